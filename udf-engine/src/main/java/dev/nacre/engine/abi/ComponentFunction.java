package dev.nacre.engine.abi;

import org.jspecify.annotations.Nullable;

/** A function of the component model at run time: lifted from a guest, or of the host. */
public interface ComponentFunction {
    /**
     * Calls the function.
     *
     * @param arguments in the Java forms of {@link dev.nacre.engine.wit.WitType}
     * @return the result in its Java form, null for none
     */
    @Nullable
    Object call(@Nullable Object[] arguments);
}
