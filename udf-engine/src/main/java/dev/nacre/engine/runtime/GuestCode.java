package dev.nacre.engine.runtime;

/** The compiled functions of one instance, by index. Implemented by generated code. */
public interface GuestCode {
    /**
     * Calls a function of the module's index space.
     *
     * @return one for each result; null for none
     */
    long @org.jspecify.annotations.Nullable [] call(int function, long[] arguments);
}
