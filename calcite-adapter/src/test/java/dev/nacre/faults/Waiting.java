package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits for what comes in its own time, and fails where it does not come. */
final class Waiting {
    private static final Duration GUARD = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 5;

    private Waiting() {}

    /** Waits until a count is zero. */
    static void untilNone(String what, LongSupplier count) throws InterruptedException {
        long end = System.nanoTime() + GUARD.toNanos();
        while (count.getAsLong() != 0 && System.nanoTime() - end < 0) {
            Thread.sleep(POLL_MILLIS);
        }
        assertThat(count.getAsLong()).as("%s after %s", what, GUARD).isZero();
    }

    /** Returns how many threads are inside the engine, where guests run. */
    static long threadsInGuests() {
        return Thread.getAllStackTraces().values().stream()
                .filter(Waiting::isInGuest)
                .count();
    }

    private static boolean isInGuest(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith("dev.nacre.engine.link.")) {
                return true;
            }
        }
        return false;
    }
}
