package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreValueType;

/** A global variable of a number type or a reference type. Used by its instance's thread alone. */
public final class CoreGlobal implements CoreExtern {
    private final CoreValueType type;
    private final boolean mutable;
    private long value;

    /**
     * Makes a global.
     *
     * @param value in the form of {@link CoreFunction}'s values
     */
    public CoreGlobal(CoreValueType type, boolean mutable, long value) {
        this.type = type;
        this.mutable = mutable;
        this.value = value;
    }

    /** Returns the type of the value. */
    public CoreValueType type() {
        return type;
    }

    /** Returns whether guest code may change the value. */
    public boolean isMutable() {
        return mutable;
    }

    /** Returns the value, in the form of {@link CoreFunction}'s values. */
    public long value() {
        return value;
    }

    /** Changes the value. */
    void set(long newValue) {
        value = newValue;
    }
}
