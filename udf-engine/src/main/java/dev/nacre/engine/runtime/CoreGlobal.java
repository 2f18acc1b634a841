package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreValueType;
import org.jspecify.annotations.Nullable;

/** A global variable of a number type or a reference type. Used by its instance's thread alone. */
public final class CoreGlobal implements CoreExtern {
    /** A number in the form of {@link CoreFunction}'s values, or the index of a function in {@link #owner}. */
    long value;

    private final CoreValueType type;
    private final boolean mutable;
    private @Nullable CoreInstance owner;

    /**
     * Makes a global of a number type, or of a reference type with {@code -1} for null.
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

    /** Returns the value, in the form of {@link CoreFunction}'s values; meaningful for number types. */
    public long value() {
        return value;
    }

    /** Returns a reference as the reading instance names it. */
    int reference(CoreInstance reader) {
        return reader.reference((int) value, owner);
    }

    /** Changes the value; a reference is one of the writing instance. */
    void set(long newValue, CoreInstance writer) {
        if (type == CoreValueType.FUNCREF && newValue != CoreTable.NULL) {
            CoreFunction function = writer.function((int) newValue);
            owner = function.owner();
            value = function.index();
        } else {
            value = newValue;
        }
    }
}
