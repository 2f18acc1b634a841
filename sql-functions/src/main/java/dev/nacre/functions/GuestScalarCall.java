package dev.nacre.functions;

import dev.nacre.engine.ExportedFunction;
import dev.nacre.functions.mapping.ScalarMarshaller;
import dev.nacre.functions.shape.RoutineShape;
import org.jspecify.annotations.Nullable;

/** Calls a scalar function of a guest once for each row. */
final class GuestScalarCall implements ScalarCall {
    private final GuestRoutine routine;
    private final GuestExport export;
    private final ScalarMarshaller marshaller;

    GuestScalarCall(GuestRoutine routine, RoutineShape.PerRow shape) {
        this.routine = routine;
        this.export = routine.export(shape.function());
        this.marshaller = shape.marshaller();
    }

    /** Written out: a lambda for each row would cost memory. */
    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        routine.rows(1);
        if (marshaller.isNullWithoutCall(arguments)) {
            return null;
        }
        boolean timed = routine.isNextTimed();
        try {
            ExportedFunction bound = export.bind();
            return timed ? routine.timed(() -> invoke(bound, arguments)) : invoke(bound, arguments);
        } catch (FunctionException failure) {
            throw routine.remembered(failure);
        }
    }

    private @Nullable Object invoke(ExportedFunction bound, @Nullable Object[] arguments) {
        return marshaller.toSql(export.call(bound, marshaller.toGuest(arguments)));
    }
}
