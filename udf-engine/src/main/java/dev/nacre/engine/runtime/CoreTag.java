package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreFunctionType;

/** An exception tag. Two tags of one type are different tags: a handler catches by identity. */
public final class CoreTag implements CoreExtern {
    private final CoreFunctionType type;

    /**
     * Makes a new tag.
     *
     * @param type its parameters are what an exception carries
     */
    public CoreTag(CoreFunctionType type) {
        this.type = type;
    }

    /** Returns the type, whose parameters are what an exception carries. */
    public CoreFunctionType type() {
        return type;
    }
}
