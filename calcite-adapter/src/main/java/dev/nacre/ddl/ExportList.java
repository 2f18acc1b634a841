package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.shape.ResourceExport;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.RoutineInference;
import dev.nacre.functions.shape.Shapes;
import dev.nacre.sql.ddl.CreateFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What can be made of a component's exports, as statements that are ready to be pasted. */
final class ExportList {
    /** How many exports a message lists: a screen of them. */
    private static final int MOST_LISTED = 20;

    private static final int LONGEST_SOURCE = 200;

    private ExportList() {}

    /** Returns the refusal of a statement, with the list. */
    static SqlLayerException refusal(String message, CreateFunction statement, Component component) {
        List<String> exports = new ArrayList<>();
        for (ExportedFunctionType export : component.functions()) {
            line(export.name(), statement, component, () -> Optional.of(RoutineInference.of(component, export)))
                    .ifPresent(exports::add);
        }
        for (ResourceExport resource : ResourceExport.all(component)) {
            line(resource.name(), statement, component, () -> RoutineInference.of(resource))
                    .ifPresent(exports::add);
        }
        String list = exports.stream()
                .limit(MOST_LISTED)
                .map(export -> "\n  " + export)
                .collect(Collectors.joining());
        String rest = exports.size() > MOST_LISTED ? "\n  -- and " + (exports.size() - MOST_LISTED) + " more" : "";
        return new SqlLayerException(
                SqlLayerErrorCode.BAD_DEFINITION,
                message + (exports.isEmpty() ? "; it exports no functions" : "; its exports are:" + list + rest));
    }

    private static Optional<String> line(
            String export,
            CreateFunction statement,
            Component component,
            Supplier<Optional<RoutineInference>> inference) {
        Optional<RoutineInference> routine;
        try {
            routine = inference.get();
        } catch (FunctionException unmapped) {
            return Optional.of("-- " + export + ": " + unmapped.getMessage());
        }
        return routine.map(found -> misfit(export, found, component)
                .map(reason -> "-- " + reason)
                .orElseGet(() -> readyToPaste(export, statement, found)));
    }

    /** Returns why an export would be refused with the signature that it has by itself. */
    private static Optional<String> misfit(String export, RoutineInference found, Component component) {
        try {
            Shapes.of(
                    new Routine(export, found.kind(), found.signature(), export, NullHandling.BY_TYPE, false),
                    component);
            return Optional.empty();
        } catch (FunctionException misfit) {
            return Optional.of(String.valueOf(misfit.getMessage()));
        }
    }

    private static String readyToPaste(String export, CreateFunction statement, RoutineInference routine) {
        String name = export.substring(export.indexOf('#') + 1).replace('-', '_');
        String words = routine.kind() == FunctionKind.AGGREGATE ? "CREATE AGGREGATE FUNCTION " : "CREATE FUNCTION ";
        return words + name + routine.signature().sql() + " LANGUAGE WASM " + shortSource(statement) + " EXPORT '"
                + export + "';";
    }

    private static String shortSource(CreateFunction statement) {
        String source = statement.clauses().code().toSql();
        return source.length() <= LONGEST_SOURCE ? source : "AS ...";
    }
}
