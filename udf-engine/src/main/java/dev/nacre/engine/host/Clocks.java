package dev.nacre.engine.host;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code wasi:clocks}: what time it is for a guest. */
final class Clocks {
    private static final String DATETIME = "func() -> record { seconds: u64, nanoseconds: u32 }";

    /** What the clocks of current JVMs tell apart. */
    private static final long MICROSECOND = 1_000;

    private Clocks() {}

    static List<HostInterface> interfaces() {
        return List.of(monotonic(), wall());
    }

    private static HostInterface monotonic() {
        return Wasi.table("wasi:clocks/monotonic-clock", "pollable")
                .function(
                        "now",
                        "func() -> u64",
                        (call, arguments) -> GuestClock.of(call).now())
                .function("resolution", "func() -> u64", (call, arguments) -> 1L)
                .function(
                        "subscribe-instant",
                        "func(u64) -> pollable",
                        (call, arguments) -> GuestClock.of(call).at((Long) arguments[0]))
                .function(
                        "subscribe-duration",
                        "func(u64) -> pollable",
                        (call, arguments) -> GuestClock.of(call).after((Long) arguments[0]))
                .build();
    }

    private static HostInterface wall() {
        return Wasi.table("wasi:clocks/wall-clock")
                .function("now", DATETIME, (call, arguments) -> now(call))
                .function("resolution", DATETIME, Clocks::resolution)
                .build();
    }

    private static Object now(HostCall call) {
        return datetime(call.grants().clocks().wall().instant());
    }

    /** Returns a moment as WASI has it, in which there is none before 1970. */
    static Object datetime(Instant moment) {
        return moment.getEpochSecond() < 0
                ? List.of(0L, 0L)
                : List.of(moment.getEpochSecond(), (long) moment.getNano());
    }

    private static Object resolution(HostCall call, @Nullable Object[] arguments) {
        return call.grants().clocks().passing() ? List.of(0L, MICROSECOND) : List.of(1L, 0L);
    }
}
