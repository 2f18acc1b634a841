package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreValueType;
import org.jspecify.annotations.Nullable;

/** A global variable of a number type or a reference type. Used by its instance's thread alone. */
public final class CoreGlobal implements CoreExtern {
    /** A number in the form of {@link CoreFunction}'s values, or an index of {@link #owner}. */
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
        return References.of(reader, type, (int) value, owner);
    }

    /** Changes the value; a reference is one of the writing instance. */
    void set(long newValue, CoreInstance writer) {
        if (References.isIndex(type)) {
            setReference((int) newValue, writer);
        } else {
            value = newValue;
        }
    }

    private void setReference(int reference, CoreInstance writer) {
        boolean function = type == CoreValueType.FUNCREF && reference != CoreTable.NULL;
        CoreFunction target = function ? writer.function(reference) : null;
        value = target == null ? reference : target.index();
        owner = target == null ? writer : target.owner();
    }
}
