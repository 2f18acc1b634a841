package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreValueType;

/** A table of references. Used by its instance's thread alone. Its limits are its own, shared with no other instance. */
public final class CoreTable implements CoreExtern {
    private final CoreValueType element;
    private final CoreLimits limits;

    CoreTable(CoreValueType element, CoreLimits limits) {
        this.element = element;
        this.limits = limits;
    }

    /** Returns the type of the elements. */
    public CoreValueType element() {
        return element;
    }

    /** Returns the limits that the table was declared with. */
    public CoreLimits limits() {
        return limits;
    }

    /** Returns how many elements there are now. */
    public int size() {
        throw notYet();
    }

    /**
     * Puts a function into the table, as an active element segment would.
     *
     * @throws EngineException with {@link ErrorCode#TRAP} for an index out of bounds
     */
    public void set(int index, CoreFunction function) {
        throw notYet();
    }

    private static EngineException notYet() {
        return new EngineException(ErrorCode.INTERNAL, "not written yet");
    }
}
