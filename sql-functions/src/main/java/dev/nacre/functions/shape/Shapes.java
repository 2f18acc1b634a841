package dev.nacre.functions.shape;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature.Parameter;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlType;
import dev.nacre.functions.mapping.Answer;
import dev.nacre.functions.mapping.Arguments;
import dev.nacre.functions.mapping.BatchMarshaller;
import dev.nacre.functions.mapping.RowsMarshaller;
import dev.nacre.functions.mapping.SignatureMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the shape that an export has as a function of SQL, or says what does not fit. */
public final class Shapes {
    private final Routine routine;
    private final Component component;

    private Shapes(Routine routine, Component component) {
        this.routine = routine;
        this.component = component;
    }

    /**
     * Returns the shape of a function.
     *
     * @throws FunctionException with 42P13 when the export is missing or does not fit kind and signature, naming the place,
     *     what is expected and what was found; with 0A000 when a WIT type has no SQL form at all
     */
    public static RoutineShape of(Routine routine, Component component) {
        Shapes shapes = new Shapes(routine, component);
        return switch (routine.kind()) {
            case SCALAR, PROCEDURE -> shapes.perRow();
            case VECTORIZED -> shapes.perBatch();
            case TABLE -> shapes.table();
            case AGGREGATE -> shapes.accumulator();
        };
    }

    private RoutineShape perRow() {
        ExportedFunctionType function = function();
        return new RoutineShape.PerRow(
                function,
                SignatureMapping.marshaller(
                        routine.subject(),
                        function.type(),
                        routine.signature(),
                        routine.nulls(),
                        routine.nullOnError()));
    }

    private RoutineShape perBatch() {
        ExportedFunctionType function = function();
        return new RoutineShape.PerBatch(
                function,
                BatchMarshaller.of(
                        routine.subject(),
                        function.type(),
                        routine.signature(),
                        routine.nulls(),
                        routine.nullOnError()));
    }

    private ExportedFunctionType function() {
        return component
                .function(routine.export())
                .orElseThrow(() -> misfit("expected export '" + routine.export() + "', found none of that name"));
    }

    private RoutineShape table() {
        boolean overTable = routine.signature().tablePosition().isPresent();
        Optional<ExportedFunctionType> function = component.function(routine.export());
        if (function.isEmpty()) {
            ResourceExport resource = resource();
            ExportedFunctionType constructor = constructor(resource);
            return overTable ? processor(resource, constructor) : cursor(resource, constructor);
        }
        if (overTable) {
            return rowsToRows(function.get());
        }
        return ResourceExport.given(component, function.get().type())
                .map(resource -> cursor(resource, function.get()))
                .orElseGet(() -> rows(function.get()));
    }

    private ResourceExport resource() {
        return ResourceExport.find(component, routine.export())
                .orElseThrow(() -> misfit("expected export '" + routine.export() + "', found none of that name"));
    }

    private ExportedFunctionType constructor(ResourceExport resource) {
        return resource.constructor()
                .orElseThrow(
                        () -> misfit("expected resource '" + resource.name() + "' to have a constructor, found none"));
    }

    private ExportedFunctionType method(ResourceExport resource, String name, String kind) {
        return resource.method(name)
                .orElseThrow(() -> misfit("expected resource '" + resource.name() + "' to have a method '" + name
                        + "', which " + kind + " needs; found "
                        + (resource.methods().isEmpty()
                                ? "none"
                                : String.join(", ", resource.methods().keySet()))));
    }

    private RoutineShape rows(ExportedFunctionType function) {
        return new RoutineShape.Rows(
                function,
                arguments(routine.signature().parameters(), function.type().parameters(), function.type()),
                rows(columns(), result(function)));
    }

    private RoutineShape cursor(ResourceExport resource, ExportedFunctionType opening) {
        ExportedFunctionType next = method(resource, "next", "a table function");
        List<FunctionType.Parameter> count = ResourceExport.parameters(next);
        RowsMarshaller rows = rows(columns(), result(next));
        boolean fits = rows.isSingle()
                ? count.isEmpty()
                : count.size() == 1 && count.get(0).type() == PrimitiveType.U32;
        if (!fits) {
            throw misfit("expected '" + next.name() + "' to be next: func(max: u32) -> list<record> or next: func() ->"
                    + " option<record>, found " + next.type());
        }
        return new RoutineShape.Cursor(
                opening,
                arguments(routine.signature().parameters(), opening.type().parameters(), opening.type()),
                next,
                rows);
    }

    private RoutineShape rowsToRows(ExportedFunctionType function) {
        int table = routine.signature().tablePosition().orElseThrow();
        List<FunctionType.Parameter> declared = function.type().parameters();
        if (declared.size() != routine.signature().parameters().size()) {
            throw misfit("expected " + declared.size() + " parameters for WIT '" + function.type() + "', found "
                    + routine.signature().parameters().size());
        }
        return new RoutineShape.RowsToRows(
                function,
                table,
                arguments(without(routine.signature().parameters(), table), without(declared, table), function.type()),
                input(function, declared.get(table)),
                rows(columns(), result(function)));
    }

    private RoutineShape processor(ResourceExport resource, ExportedFunctionType constructor) {
        int table = routine.signature().tablePosition().orElseThrow();
        ExportedFunctionType process = method(resource, "process", "a function over a table");
        List<FunctionType.Parameter> taken = ResourceExport.parameters(process);
        if (taken.size() != 1) {
            throw misfit(
                    "expected '" + process.name() + "' to take the rows and nothing else, found " + process.type());
        }
        RowsMarshaller output = rows(columns(), result(process));
        Optional<ExportedFunctionType> finish = resource.method("finish");
        finish.ifPresent(this::requireNothingTaken);
        return new RoutineShape.Processor(
                constructor,
                arguments(
                        without(routine.signature().parameters(), table),
                        constructor.type().parameters(),
                        constructor.type()),
                process,
                input(process, taken.get(0)),
                output,
                finish,
                finish.map(last -> rows(columns(), result(last))).orElse(output));
    }

    private RoutineShape accumulator() {
        ResourceExport resource = resource();
        ExportedFunctionType constructor = constructor(resource);
        ExportedFunctionType add = method(resource, "add", "an aggregate");
        ExportedFunctionType finish = method(resource, "finish", "an aggregate");
        List<FunctionType.Parameter> taken = ResourceExport.parameters(add);
        List<Parameter> all = routine.signature().parameters();
        int constants = constructor.type().parameters().size();
        if (all.size() != taken.size() + constants) {
            throw misfit("expected " + (taken.size() + constants) + " parameters, " + taken.size() + " for '"
                    + add.name() + "' and " + constants + " for the constructor, found " + all.size());
        }
        List<Parameter> row = all.subList(0, taken.size());
        requireNoValue(add);
        requireNothingTaken(finish);
        if (finish.type().result().isEmpty()) {
            throw misfit("expected '" + finish.name() + "' to give the result, found " + finish.type());
        }
        return new RoutineShape.Accumulator(
                constructor,
                Arguments.of(
                        routine.subject(),
                        all.subList(taken.size(), all.size()),
                        constructor.type().parameters(),
                        constructor.type(),
                        NullHandling.CALLED),
                add,
                arguments(row, taken, add.type()),
                resource.method("add-batch").map(function -> addBatch(row, function)),
                resource.method("remove").map(function -> remove(taken, function)),
                resource.method("merge").map(this::merge),
                finish,
                Answer.of(
                        routine.subject(),
                        routine.signature().returns(),
                        finish.type().result(),
                        routine.nullOnError()));
    }

    private RoutineShape.BatchAdding addBatch(List<Parameter> row, ExportedFunctionType function) {
        requireNoValue(function);
        return new RoutineShape.BatchAdding(
                function,
                BatchMarshaller.ofColumns(
                        routine.subject(), row, ResourceExport.parameters(function), function.type(), routine.nulls()));
    }

    private ExportedFunctionType remove(List<FunctionType.Parameter> added, ExportedFunctionType function) {
        requireNoValue(function);
        List<WitType> types = types(added);
        if (!types(ResourceExport.parameters(function)).equals(types)) {
            throw misfit("expected '" + function.name() + "' to take what add takes, " + types + ", found "
                    + function.type());
        }
        return function;
    }

    private ExportedFunctionType merge(ExportedFunctionType function) {
        requireNoValue(function);
        List<WitType> types = types(function.type().parameters());
        if (types.size() != 2
                || !(types.get(1) instanceof BorrowType)
                || !types.get(0).equals(types.get(1))) {
            throw misfit(
                    "expected '" + function.name() + "' to borrow another of its resource, found " + function.type());
        }
        return function;
    }

    private static List<WitType> types(List<FunctionType.Parameter> parameters) {
        return parameters.stream().map(FunctionType.Parameter::type).toList();
    }

    private void requireNothingTaken(ExportedFunctionType method) {
        if (!ResourceExport.parameters(method).isEmpty()) {
            throw misfit("expected '" + method.name() + "' to take nothing, found " + method.type());
        }
    }

    private void requireNoValue(ExportedFunctionType function) {
        boolean valued = function.type()
                .result()
                .filter(wit -> !(wit instanceof ResultType result && result.ok().isEmpty()))
                .isPresent();
        if (valued) {
            throw misfit("expected '" + function.name() + "' to give nothing or a result without a value, found "
                    + function.type());
        }
    }

    private Arguments arguments(List<Parameter> parameters, List<FunctionType.Parameter> declared, FunctionType type) {
        return Arguments.of(routine.subject(), parameters, declared, type, routine.nulls());
    }

    private RowsMarshaller rows(SqlType.Table table, WitType wit) {
        return RowsMarshaller.of(routine.subject(), table, wit, routine.nullOnError());
    }

    private RowsMarshaller input(ExportedFunctionType function, FunctionType.Parameter parameter) {
        RowsMarshaller rows = rows(tableParameter(), parameter.type());
        if (rows.isSingle()) {
            throw misfit("expected '" + function.name() + "' to take a list of rows, found " + function.type());
        }
        return rows;
    }

    private WitType result(ExportedFunctionType function) {
        return function.type()
                .result()
                .orElseThrow(() -> misfit("expected '" + function.name() + "' to give rows, found " + function.type()));
    }

    private SqlType.Table columns() {
        if (routine.signature().returns() instanceof SqlType.Table table) {
            return table;
        }
        throw misfit(
                "expected RETURNS TABLE, found " + routine.signature().returns().sql());
    }

    private SqlType.Table tableParameter() {
        int table = routine.signature().tablePosition().orElseThrow();
        return (SqlType.Table) routine.signature().parameters().get(table).type();
    }

    private static <T> List<T> without(List<T> list, int position) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(position);
        return rest;
    }

    private FunctionException misfit(String message) {
        return new FunctionException(FunctionErrorCode.BAD_DEFINITION, routine.subject() + ": " + message);
    }
}
