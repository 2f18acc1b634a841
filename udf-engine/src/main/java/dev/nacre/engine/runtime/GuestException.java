package dev.nacre.engine.runtime;

/**
 * A WebAssembly exception on its way to a handler. Generated code throws and catches it; it never leaves this package's
 * boundary. It has no stack trace.
 */
public final class GuestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CoreTag tag;
    private final transient long[] args;
    private transient CoreInstance owner;

    /**
     * @param args values of the tag's parameters
     * @param owner whose references are among them
     */
    GuestException(CoreTag tag, long[] args, CoreInstance owner) {
        super("uncaught exception", null, false, false);
        this.tag = tag;
        this.args = args;
        this.owner = owner;
    }

    /** Renames the references that it carries for an instance that catches it. */
    void caughtBy(CoreInstance catcher) {
        if (owner != catcher) {
            References.move(args, tag.type().parameters(), owner, catcher);
            owner = catcher;
        }
    }

    CoreTag tag() {
        return tag;
    }

    /** Returns what the exception carries. Called by generated code. */
    public long[] args() {
        return args;
    }
}
