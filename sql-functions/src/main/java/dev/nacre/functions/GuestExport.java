package dev.nacre.functions;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ExportedFunction;
import org.jspecify.annotations.Nullable;

/** An export of a routine's instance, found once for each instance. */
final class GuestExport {
    private final GuestRoutine routine;
    private final String name;
    private @Nullable ComponentInstance instance;
    private @Nullable ExportedFunction bound;

    GuestExport(GuestRoutine routine, String name) {
        this.routine = routine;
        this.name = name;
    }

    /** Makes the instance if there is none. */
    ExportedFunction bind() {
        ExportedFunction known = bound;
        ComponentInstance open = routine.instance();
        if (known == null || open != instance) {
            try {
                known = open.function(name);
            } catch (EngineException failure) {
                throw routine.counted(failure);
            }
            bound = known;
            instance = open;
        }
        return known;
    }

    /** Calls the guest within the limits of a call. */
    @Nullable
    Object call(@Nullable Object... lowered) {
        return call(bind(), lowered);
    }

    @Nullable
    Object call(ExportedFunction function, @Nullable Object[] lowered) {
        routine.source().boundCalls();
        try {
            return function.call(lowered);
        } catch (EngineException failure) {
            throw routine.counted(failure);
        }
    }
}
