package dev.nacre.functions.shape;

import dev.nacre.engine.Component;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.mapping.BatchMarshaller;
import dev.nacre.functions.mapping.SignatureMapping;

/** Finds the shape that an export has as a function of SQL, or says what does not fit. */
public final class Shapes {
    private Shapes() {}

    /**
     * Returns the shape of a function.
     *
     * @throws FunctionException with 42P13 when the export is missing or does not fit kind and signature, naming the place,
     *     what is expected and what was found; with 0A000 when a WIT type has no SQL form at all
     */
    public static RoutineShape of(Routine routine, Component component) {
        Exports exports = new Exports(routine, component);
        return switch (routine.kind()) {
            case SCALAR, PROCEDURE -> perRow(exports.function(), routine);
            case VECTORIZED -> perBatch(exports.function(), routine);
            case TABLE -> new TableShapes(exports).shape();
            case AGGREGATE -> new AggregateShape(exports).shape();
        };
    }

    private static RoutineShape perRow(ExportedFunctionType function, Routine routine) {
        return new RoutineShape.PerRow(
                function,
                SignatureMapping.marshaller(
                        routine.subject(),
                        function.type(),
                        routine.signature(),
                        routine.nulls(),
                        routine.nullOnError()));
    }

    private static RoutineShape perBatch(ExportedFunctionType function, Routine routine) {
        return new RoutineShape.PerBatch(
                function,
                BatchMarshaller.of(
                        routine.subject(),
                        function.type(),
                        routine.signature(),
                        routine.nulls(),
                        routine.nullOnError()));
    }
}
