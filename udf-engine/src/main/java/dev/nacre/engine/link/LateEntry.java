package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.HostEntry;
import org.jspecify.annotations.Nullable;

/**
 * A host function that a core module imports before it can exist, because it needs the module's own memory. Mutable until
 * bound, used by one thread at a time.
 */
final class LateEntry implements HostEntry {
    private @Nullable HostEntry target;

    /** Says which function it is, once that is known. */
    void bind(HostEntry entry) {
        target = entry;
    }

    @Override
    public long call(long[] arguments) {
        HostEntry bound = target;
        if (bound == null) {
            throw new EngineException(
                    ErrorCode.TRAP, "uninitialized element: a start function calls an import that is not linked yet");
        }
        return bound.call(arguments);
    }
}
