package dev.nacre.engine.abi;

/**
 * The shapes of core functions that most lifted functions have: pointers and lengths in, a pointer out. Public because generated
 * classes implement them.
 */
public final class IntCalls {
    private IntCalls() {}

    /** No parameter, one result. */
    @FunctionalInterface
    public interface Of0 {
        int call();
    }

    /** One parameter, one result. */
    @FunctionalInterface
    public interface Of1 {
        int call(int first);
    }

    /** Two parameters, one result. */
    @FunctionalInterface
    public interface Of2 {
        int call(int first, int second);
    }

    /** Four parameters, one result. */
    @FunctionalInterface
    public interface Of4 {
        int call(int first, int second, int third, int fourth);
    }

    /** One parameter, no result. */
    @FunctionalInterface
    public interface Clean1 {
        void call(int first);
    }
}
