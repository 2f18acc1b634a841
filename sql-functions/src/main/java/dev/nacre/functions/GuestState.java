package dev.nacre.functions;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.functions.mapping.Answer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resource of the guest that lives as long as a cursor, a partition or a group. */
final class GuestState implements AutoCloseable {
    private final GuestRoutine routine;
    private final GuestResource resource;

    private GuestState(GuestRoutine routine, GuestResource resource) {
        this.routine = routine;
        this.resource = resource;
    }

    /**
     * Makes a resource.
     *
     * @param opening a constructor or a function that gives the resource, or a {@code result} with it
     * @throws FunctionException with 38000 for the guest's own error, and for traps and limits
     */
    static GuestState open(GuestRoutine routine, GuestExport opening, @Nullable Object[] lowered) {
        Object given = opening.call(lowered);
        Answer.requireOk(routine.subject(), given);
        Object resource = given instanceof ResultValue result ? result.payload() : given;
        return new GuestState(routine, (GuestResource) Objects.requireNonNull(resource));
    }

    /** Calls a method with the resource in front of its arguments. */
    @Nullable
    Object call(GuestExport method, @Nullable Object... lowered) {
        @Nullable Object[] arguments = new Object[lowered.length + 1];
        arguments[0] = resource;
        System.arraycopy(lowered, 0, arguments, 1, lowered.length);
        return method.call(arguments);
    }

    /** Calls a method that takes another resource of the same kind. */
    @Nullable
    Object callWith(GuestExport method, GuestState other) {
        return call(method, other.resource);
    }

    /** Runs the guest's destructor, within the limits of a call. */
    @Override
    public void close() {
        if (resource.isOpen()) {
            routine.source().boundCalls();
            try {
                resource.close();
            } catch (EngineException failure) {
                throw routine.remembered(routine.counted(failure));
            }
        }
    }
}
