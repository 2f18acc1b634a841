package dev.nacre.testkit.offending;

/** Breaks the house rules, in a package that does not say where null is allowed. */
public final class Offender {

    private Offender() {}

    /** Interrupts a thread. */
    public static void interrupt() {
        Thread.currentThread().interrupt();
    }

    /** Writes to a stream of the process. */
    public static void print() {
        System.out.println("offence");
    }

    /** Prints an exception of its own. */
    public static void printStackTrace() {
        new Failure().printStackTrace();
    }

    /** Throws what callers cannot tell from anything else. */
    public static void fail() {
        throw new RuntimeException("something went wrong");
    }

    /** An exception two steps below the class whose method prints. */
    private static final class Failure extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }
}
