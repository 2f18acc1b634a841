package dev.nacre.engine.sandbox;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/**
 * Says what a {@link Throwable} means: the one place where all that hostile bytes, guests and a JVM without stack or heap can
 * throw becomes an exception of the engine. Ours pass unchanged. What a place knows better, such as traps, it decides before.
 *
 * <p>Nothing is let through, because whoever called expects one kind of exception and has state of its own to put in order:
 * neither the errors of a JVM that goes on (no heap for one large array says nothing of the next), nor those that ask a thread
 * to end. They are the cause.
 */
public final class Failures {
    private Failures() {}

    /**
     * Returns our exception for what came out of work on a component.
     *
     * @param action names the work: "loading", "linking"
     */
    public static EngineException whileReading(String action, Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "the component is nested too deeply for " + action
                            + " it on this thread; use a flatter one, or give" + " threads more stack, -Xss",
                    thrown);
        }
        return other(action + " the component", "use a smaller one", thrown);
    }

    /** Returns our exception for what came out of a guest's running, and of moving its values. */
    public static EngineException whileRunning(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new EngineException(
                    ErrorCode.CALL_DEPTH,
                    "nested calls used up the thread's stack before setting call_depth ended them; use less recursion in"
                            + " the guest, or give threads more stack, -Xss",
                    thrown);
        }
        return other("running the guest", "lower setting memory, pass smaller values", thrown);
    }

    private static EngineException other(String work, String advice, Throwable thrown) {
        if (thrown instanceof EngineException ours) {
            return ours;
        }
        if (thrown instanceof OutOfMemoryError) {
            return new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    "the JVM ran out of memory while " + work + " (" + thrown.getMessage() + "); " + advice
                            + " or raise -Xmx",
                    thrown);
        }
        String who = thrown instanceof VirtualMachineError ? "the JVM failed while " + work : work + " failed";
        return new EngineException(ErrorCode.INTERNAL, who + ": " + thrown + "; please report this", thrown);
    }
}
