package dev.nacre.functions.shape;

import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.SqlType;
import dev.nacre.functions.mapping.RowsMarshaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the shape of an export as a table function: one that gives rows, a cursor, or one that is given the rows of a table. */
final class TableShapes {
    private final Exports exports;
    private final Routine routine;

    TableShapes(Exports exports) {
        this.exports = exports;
        this.routine = exports.routine();
    }

    RoutineShape shape() {
        boolean overTable = routine.signature().tablePosition().isPresent();
        Optional<ExportedFunctionType> function = exports.component().function(routine.export());
        if (function.isEmpty()) {
            ResourceExport resource = exports.resource();
            ExportedFunctionType constructor = exports.constructor(resource);
            return overTable ? processor(resource, constructor) : cursor(resource, constructor);
        }
        if (overTable) {
            return rowsToRows(function.get());
        }
        return ResourceExport.given(exports.component(), function.get().type())
                .map(resource -> cursor(resource, function.get()))
                .orElseGet(() -> rows(function.get()));
    }

    private RoutineShape rows(ExportedFunctionType function) {
        return new RoutineShape.Rows(
                function,
                exports.arguments(
                        routine.signature().parameters(), function.type().parameters(), function.type()),
                rows(columns(), result(function)));
    }

    private RoutineShape cursor(ResourceExport resource, ExportedFunctionType opening) {
        ExportedFunctionType next = exports.method(resource, "next", "a table function");
        List<FunctionType.Parameter> count = ResourceExport.parameters(next);
        RowsMarshaller rows = rows(columns(), result(next));
        boolean fits = rows.isSingle()
                ? count.isEmpty()
                : count.size() == 1 && count.get(0).type() == PrimitiveType.U32;
        if (!fits) {
            throw exports.misfit(
                    "expected '" + next.name() + "' to be next: func(max: u32) -> list<record> or next: func() ->"
                            + " option<record>, found " + next.type());
        }
        return new RoutineShape.Cursor(
                opening,
                exports.arguments(
                        routine.signature().parameters(), opening.type().parameters(), opening.type()),
                next,
                rows);
    }

    private RoutineShape rowsToRows(ExportedFunctionType function) {
        int table = routine.signature().tablePosition().orElseThrow();
        List<FunctionType.Parameter> declared = function.type().parameters();
        if (declared.size() != routine.signature().parameters().size()) {
            throw exports.misfit("expected " + declared.size() + " parameters for WIT '" + function.type() + "', found "
                    + routine.signature().parameters().size());
        }
        return new RoutineShape.RowsToRows(
                function,
                table,
                exports.arguments(
                        without(routine.signature().parameters(), table), without(declared, table), function.type()),
                input(function, declared.get(table)),
                rows(columns(), result(function)));
    }

    private RoutineShape processor(ResourceExport resource, ExportedFunctionType constructor) {
        int table = routine.signature().tablePosition().orElseThrow();
        ExportedFunctionType process = exports.method(resource, "process", "a function over a table");
        List<FunctionType.Parameter> taken = ResourceExport.parameters(process);
        if (taken.size() != 1) {
            throw exports.misfit(
                    "expected '" + process.name() + "' to take the rows and nothing else, found " + process.type());
        }
        RowsMarshaller output = rows(columns(), result(process));
        Optional<ExportedFunctionType> finish = resource.method("finish");
        finish.ifPresent(exports::requireNothingTaken);
        return new RoutineShape.Processor(
                constructor,
                exports.arguments(
                        without(routine.signature().parameters(), table),
                        constructor.type().parameters(),
                        constructor.type()),
                process,
                input(process, taken.get(0)),
                output,
                finish,
                finish.map(last -> rows(columns(), result(last))).orElse(output));
    }

    private RowsMarshaller rows(SqlType.Table table, WitType wit) {
        return RowsMarshaller.of(routine.subject(), table, wit, routine.nullOnError());
    }

    private RowsMarshaller input(ExportedFunctionType function, FunctionType.Parameter parameter) {
        RowsMarshaller rows = rows(tableParameter(), parameter.type());
        if (rows.isSingle()) {
            throw exports.misfit("expected '" + function.name() + "' to take a list of rows, found " + function.type());
        }
        return rows;
    }

    private WitType result(ExportedFunctionType function) {
        return function.type()
                .result()
                .orElseThrow(() ->
                        exports.misfit("expected '" + function.name() + "' to give rows, found " + function.type()));
    }

    private SqlType.Table columns() {
        if (routine.signature().returns() instanceof SqlType.Table table) {
            return table;
        }
        throw exports.misfit(
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
}
