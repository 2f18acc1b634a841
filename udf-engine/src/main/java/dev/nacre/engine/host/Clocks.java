package dev.nacre.engine.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:clocks}: a wall clock that stands at 1970-01-01, and a monotonic clock that counts its calls.
 *
 * <p>Nobody waits: a pollable is ready at once. Asking for one in the future moves the instance's clock there, so that a
 * guest that sleeps until its clock shows a time does wake.
 */
final class Clocks {
    /** Stands for every pollable: all are ready. */
    private static final Object READY = "ready";

    private Clocks() {}

    static List<HostInterface> interfaces() {
        return List.of(monotonic(), wall());
    }

    private static HostInterface monotonic() {
        return Wasi.table("wasi:clocks/monotonic-clock", "pollable")
                .function(
                        "now", "func() -> u64", (call, arguments) -> clock(call).now())
                .function("resolution", "func() -> u64", (call, arguments) -> 1L)
                .function("subscribe-instant", "func(u64) -> pollable", Clocks::subscribeInstant)
                .function("subscribe-duration", "func(u64) -> pollable", Clocks::subscribeDuration)
                .build();
    }

    private static HostInterface wall() {
        return Wasi.table("wasi:clocks/wall-clock")
                .function(
                        "now",
                        "func() -> record { seconds: u64, nanoseconds: u32 }",
                        (call, arguments) -> List.of(0L, 0L))
                .function(
                        "resolution",
                        "func() -> record { seconds: u64, nanoseconds: u32 }",
                        (call, arguments) -> List.of(1L, 0L))
                .build();
    }

    /** Answers with a pollable that is ready. */
    static Object ready(HostCall call, @Nullable Object[] arguments) {
        return READY;
    }

    private static Object subscribeInstant(HostCall call, @Nullable Object[] arguments) {
        clock(call).moveTo((Long) arguments[0]);
        return READY;
    }

    private static Object subscribeDuration(HostCall call, @Nullable Object[] arguments) {
        clock(call).moveBy((Long) arguments[0]);
        return READY;
    }

    private static GuestClock clock(HostCall call) {
        return call.state(GuestClock.class, GuestClock::new);
    }
}
