package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:io/poll}: waiting under the meter.
 *
 * <p>Nobody wakes a thread that waits: it wakes by itself every few milliseconds and asks its meter. So a cancelled
 * statement goes on no longer than that, and none waits beyond its deadline.
 */
final class Polling {
    private static final long TURN_NANOS = 2_000_000;
    private static final int CHARGED_POLLABLE = 4;

    private Polling() {}

    static HostInterface poll() {
        return Wasi.table("wasi:io/poll", "pollable")
                .function(
                        "[method]pollable.ready",
                        "func(borrow<pollable>) -> bool",
                        (call, arguments) -> waitNanos(arguments[0]) <= 0)
                .function("[method]pollable.block", "func(borrow<pollable>)", Polling::block)
                .function("poll", "func(list<borrow<pollable>>) -> list<u32>", Polling::poll)
                .build();
    }

    /** A handle may also be one that a {@link DeniedInterface} gave, and that is ready. */
    private static long waitNanos(@Nullable Object pollable) {
        return pollable instanceof GuestPollable known ? known.waitNanos() : 0;
    }

    private static @Nullable Object block(HostCall call, @Nullable Object[] arguments) {
        pause(call, Collections.singletonList(arguments[0]));
        return null;
    }

    private static Object poll(HostCall call, @Nullable Object[] arguments) {
        List<?> pollables = (List<?>) arguments[0];
        if (pollables.isEmpty()) {
            throw new EngineException(
                    ErrorCode.TRAP, "guest code polled an empty list, for which wasi:io/poll demands a trap");
        }
        pause(call, pollables);
        List<Long> ready = new ArrayList<>();
        for (int i = 0; i < pollables.size(); i++) {
            if (waitNanos(pollables.get(i)) <= 0) {
                ready.add((long) i);
            }
        }
        return ready;
    }

    /** Waits until one is ready, or the meter stops the guest. */
    private static void pause(HostCall call, List<?> pollables) {
        call.meter().charge(CHARGED_POLLABLE * pollables.size());
        for (long wait = shortest(pollables); wait > 0; wait = shortest(pollables)) {
            LockSupport.parkNanos(Math.min(wait, TURN_NANOS));
            call.meter().check();
        }
    }

    private static long shortest(List<?> pollables) {
        long shortest = Long.MAX_VALUE;
        for (Object pollable : pollables) {
            shortest = Math.min(shortest, waitNanos(pollable));
        }
        return shortest;
    }
}
