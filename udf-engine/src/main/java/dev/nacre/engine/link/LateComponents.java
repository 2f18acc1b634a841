package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The components whose compilation took too long, for a while: who asks for one again is refused at once and not after the
 * same long time. Safe for use by many threads.
 */
final class LateComponents {
    /** So long that the same bytes take up little of the compiler's time, so short that a busy moment is forgiven. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final Map<String, Late> ends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Late> eldest) {
            return size() > MOST;
        }
    };

    /** How long it was given, and until when that is remembered. */
    private record Late(Duration given, long end) {}

    /** @param nanoTime a clock like {@link System#nanoTime} */
    LateComponents(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Remembers from now on a component that took longer than it was given. */
    synchronized void remember(String sha256, Duration given) {
        ends.remove(sha256);
        ends.put(sha256, new Late(given, nanoTime.getAsLong() + REMEMBERED.toNanos()));
    }

    /**
     * Refuses a component that is remembered, unless it is given more time now.
     *
     * @throws EngineException with {@link ErrorCode#COMPILE_TIMEOUT}
     */
    synchronized void check(String sha256, Duration given) {
        Late late = ends.get(sha256);
        if (late == null || given.compareTo(late.given()) > 0) {
            return;
        }
        long left = late.end() - nanoTime.getAsLong();
        if (left > 0) {
            throw new EngineException(
                    ErrorCode.COMPILE_TIMEOUT,
                    "compilation of the same component took too long a short while ago; load it again in "
                            + (1 + Duration.ofNanos(left).toSeconds())
                            + " s, raise setting compile_timeout, or use a smaller component");
        }
        ends.remove(sha256);
    }
}
