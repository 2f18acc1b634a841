package dev.nacre.engine.runtime;

import dev.nacre.engine.sandbox.Failures;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that some stack is left, because a stack overflow in the middle of a host function could leave classes or host
 * state half made, and locks taken. An overflow in the probe itself harms nothing.
 *
 * <p>Nobody can tell from the number of calls that are under way how much of the stack is left: threads have small stacks, a
 * database is deep in its own, and frames of guests have hundreds of bytes or many thousands. So every entry is probed. That is
 * affordable because entering a method with a large frame looks whether all of it fits, and touches next to nothing of it.
 */
public final class StackProbe {
    /** Bytes of a frame's locals; 4 KiB as compiled, 8 KiB as interpreted. */
    private static final int FRAME_BYTES = 480 * Long.BYTES;

    /** Some 48 KiB, twice that as long as it is not compiled: what linking a method handle takes, and a logger with its appenders. */
    private static final int LEVELS = 12;

    /** What entering and leaving an instance takes. */
    private static final int ENTRY_LEVELS = 1;

    /** The JIT compiler makes a frame large only for code that it sees run. */
    private static final int ONE_OF = 256;

    private static final int WARM_UPS = 4_000;

    private static final Frames FRAMES = frames();
    private static final long[] VALUES = new long[FRAME_BYTES / Long.BYTES];

    /** Counted without a lock: what gets lost is not missed. */
    private static int entries;

    private StackProbe() {}

    /** Takes large frames. */
    interface Frames {
        /**
         * Takes a frame for each level.
         *
         * @param values null but to show the JIT compiler the code that needs the large frame
         */
        int take(int levels, long @Nullable [] values);
    }

    /** Throws a {@link StackOverflowError} when there is not enough stack left for a host function. */
    static void check() {
        take(LEVELS);
    }

    /**
     * Refuses to enter an instance when there is not enough stack left to leave it again in good order.
     *
     * @throws dev.nacre.engine.EngineException with {@link dev.nacre.engine.ErrorCode#CALL_DEPTH}
     */
    public static void checkEntry() {
        try {
            take(ENTRY_LEVELS);
        } catch (StackOverflowError usedUp) {
            throw Failures.whileRunning(usedUp);
        }
    }

    private static void take(int levels) {
        if ((++entries & (ONE_OF - 1)) == 0) {
            FRAMES.take(0, VALUES);
        }
        if (FRAMES.take(levels, null) != levels) {
            throw new IllegalStateException("a probe of the stack went wrong");
        }
    }

    /** Has the probe compiled. */
    static void warmUp() {
        for (int i = 0; i < WARM_UPS; i++) {
            check();
        }
    }

    private static Frames frames() {
        byte[] written = new ProbeWriter(FRAME_BYTES / Long.BYTES).write();
        try {
            return (Frames) MethodHandles.lookup()
                    .defineHiddenClass(written, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
