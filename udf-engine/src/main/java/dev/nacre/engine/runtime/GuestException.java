package dev.nacre.engine.runtime;

/**
 * A WebAssembly exception on its way to a handler. Generated code throws and catches it; it never leaves this package's
 * boundary. It has no stack trace.
 */
public final class GuestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CoreTag tag;
    private final transient long[] args;

    GuestException(CoreTag tag, long[] args) {
        super("uncaught exception", null, false, false);
        this.tag = tag;
        this.args = args;
    }

    CoreTag tag() {
        return tag;
    }

    /** Returns what the exception carries. Called by generated code. */
    public long[] args() {
        return args;
    }
}
