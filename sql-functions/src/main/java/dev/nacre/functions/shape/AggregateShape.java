package dev.nacre.functions.shape;

import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionSignature.Parameter;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.mapping.Answer;
import dev.nacre.functions.mapping.Arguments;
import dev.nacre.functions.mapping.BatchMarshaller;
import java.util.List;

/** Finds the shape of a resource as an aggregate. */
final class AggregateShape {
    private final Exports exports;
    private final Routine routine;

    AggregateShape(Exports exports) {
        this.exports = exports;
        this.routine = exports.routine();
    }

    RoutineShape shape() {
        ResourceExport resource = exports.resource();
        ExportedFunctionType constructor = exports.constructor(resource);
        ExportedFunctionType add = exports.method(resource, "add", "an aggregate");
        ExportedFunctionType finish = exports.method(resource, "finish", "an aggregate");
        List<FunctionType.Parameter> taken = ResourceExport.parameters(add);
        List<Parameter> all = routine.signature().parameters();
        int constants = constructor.type().parameters().size();
        if (all.size() != taken.size() + constants) {
            throw exports.misfit("expected " + (taken.size() + constants) + " parameters, " + taken.size() + " for '"
                    + add.name() + "' and " + constants + " for the constructor, found " + all.size());
        }
        List<Parameter> row = all.subList(0, taken.size());
        requireNoValue(add);
        exports.requireNothingTaken(finish);
        if (finish.type().result().isEmpty()) {
            throw exports.misfit("expected '" + finish.name() + "' to give the result, found " + finish.type());
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
                exports.arguments(row, taken, add.type()),
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
            throw exports.misfit("expected '" + function.name() + "' to take what add takes, " + types + ", found "
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
            throw exports.misfit(
                    "expected '" + function.name() + "' to borrow another of its resource, found " + function.type());
        }
        return function;
    }

    private void requireNoValue(ExportedFunctionType function) {
        boolean valued = function.type()
                .result()
                .filter(wit -> !(wit instanceof ResultType result && result.ok().isEmpty()))
                .isPresent();
        if (valued) {
            throw exports.misfit("expected '" + function.name()
                    + "' to give nothing or a result without a value, found " + function.type());
        }
    }

    private static List<WitType> types(List<FunctionType.Parameter> parameters) {
        return parameters.stream().map(FunctionType.Parameter::type).toList();
    }
}
