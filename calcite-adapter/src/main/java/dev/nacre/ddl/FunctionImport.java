package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.functions.DefinitionOptions;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.grants.Grantees;
import dev.nacre.functions.settings.SettingValues;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.RoutineInference;
import dev.nacre.functions.shape.Shapes;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.sql.ddl.ImportFunctions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** IMPORT FUNCTIONS: a function for each export that is selected, or none at all. */
final class FunctionImport {
    private final ImportFunctions statement;
    private final DdlSession session;
    private final String component;
    private final String subject;

    FunctionImport(ImportFunctions statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
        this.component = Components.name(statement.component());
        this.subject = "IMPORT FUNCTIONS FROM '" + component + "'";
    }

    OwnResult run() throws SQLException {
        String schema = ResolvedName.schema(statement.schema(), session.connection());
        Administration.requireRight(session.connection(), schema, subject);
        boolean isStored;
        do {
            isStored = tryOnce(schema);
        } while (!isStored);
        return new OwnResult.Done();
    }

    /** Returns false when the component was replaced while its exports were checked. */
    private boolean tryOnce(String schema) throws SQLException {
        CodeSource source = CodeSource.named(subject, statement.component(), session, SettingValues.none());
        List<FunctionDefinition> functions = definitions(schema, source);
        Components.tryOut(subject, source.component(), source.settings(), session);
        boolean[] isOvertaken = new boolean[1];
        session.database().change(session.connection(), catalog -> {
            isOvertaken[0] = !source.isCurrent(catalog);
            return isOvertaken[0] ? CatalogChange.none() : decide(functions, catalog);
        });
        session.database().library().add(source.component());
        return !isOvertaken[0];
    }

    private List<FunctionDefinition> definitions(String schema, CodeSource source) throws SQLException {
        List<FunctionDefinition> functions = new ArrayList<>();
        for (ChosenExport export : new ExportSelection(statement, source.component(), subject).exports()) {
            FunctionName name = new FunctionName(schema, ExportSelection.sqlName(export.name(), session.connection()));
            requireFree(name, export);
            RoutineInference routine = routine(export, source.component());
            FunctionDefinition function = new FunctionDefinition(
                    name,
                    routine.kind(),
                    routine.signature(),
                    source.definition(),
                    source.component().sha256(),
                    export.name(),
                    false,
                    NullHandling.BY_TYPE,
                    false,
                    DefinitionOptions.NONE,
                    source.docs().function(export.name()).orElse(""),
                    session.user(),
                    Grantees.EVERYBODY,
                    0);
            List<FunctionDefinition> named = named(functions, name);
            Overloads.find(named, function.signature()).ifPresent(same -> {
                throw clash(function, "export '" + same.export() + "' would have the same name and types");
            });
            OneKind.other(named, function.kind()).ifPresent(other -> {
                throw clash(
                        function,
                        "it is " + OneKind.words(function.kind()) + ", and export '" + other.export()
                                + "', which would have the same name, " + OneKind.words(other.kind()));
            });
            functions.add(function);
        }
        return functions;
    }

    private void requireFree(FunctionName name, ChosenExport export) throws SQLException {
        try {
            Names.requireFree(name, session.connection());
        } catch (SqlLayerException taken) {
            throw taken.code() == SqlLayerErrorCode.FUNCTION_EXISTS
                    ? new SqlLayerException(
                            SqlLayerErrorCode.FUNCTION_EXISTS,
                            subject + ": export '" + export.name() + "': " + taken.getMessage()
                                    + " with CREATE FUNCTION, and leave it out here with EXCEPT ("
                                    + ExportSelection.literal(export.name()) + ")")
                    : taken;
        }
    }

    private static List<FunctionDefinition> named(List<FunctionDefinition> functions, FunctionName name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .toList();
    }

    private RoutineInference routine(ChosenExport export, Component code) {
        try {
            RoutineInference routine = export instanceof ChosenExport.OfFunction function
                    ? RoutineInference.of(code, function.function())
                    : WrittenRoutine.ofResource(((ChosenExport.OfResource) export).resource());
            Shapes.of(
                    new Routine(
                            "export '" + export.name() + "'",
                            routine.kind(),
                            routine.signature(),
                            export.name(),
                            NullHandling.BY_TYPE,
                            false),
                    code);
            return routine;
        } catch (FunctionException unmapped) {
            throw unmapped.at(
                    subject + ": export '" + export.name() + "' cannot be imported; leave it out with EXCEPT ("
                            + ExportSelection.literal(export.name()) + ")");
        }
    }

    private CatalogChange decide(List<FunctionDefinition> functions, FunctionCatalog catalog) {
        for (FunctionDefinition function : functions) {
            List<FunctionDefinition> overloads = catalog.overloads(function.name());
            if (Overloads.find(overloads, function.signature()).isPresent()) {
                throw clash(function, "a function of that name and these types exists; drop it");
            }
            OneKind.other(overloads, function.kind()).ifPresent(other -> {
                throw clash(
                        function,
                        "it is " + OneKind.words(function.kind()) + ", and there is " + OneKind.found(other)
                                + "; drop that");
            });
        }
        return CatalogChange.functions(List.of(), List.of(), functions, Map.of());
    }

    private SqlLayerException clash(FunctionDefinition function, String reason) {
        return new SqlLayerException(
                SqlLayerErrorCode.FUNCTION_EXISTS,
                subject + ": export '" + function.export() + "' as " + function.name()
                        + Overloads.typeList(function.signature()) + ": " + reason + ", or leave one out with EXCEPT ("
                        + ExportSelection.literal(function.export())
                        + ") and give it another name with CREATE FUNCTION");
    }
}
