package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code wasi:random}: numbers from a generator with a fixed seed, the same for every instance. */
final class RandomNumbers {
    private static final String BYTES = "func(u64) -> list<u8>";
    private static final String NUMBER = "func() -> u64";

    /** The most that one call may ask for: far more than seeds and keys need. */
    private static final long MOST_BYTES = 1 << 20;

    private static final int CHARGED_BYTES = 16;
    private static final List<Long> SEED = List.of(0x6E61637265L, 0x636F6D706F6EL);

    private RandomNumbers() {}

    static List<HostInterface> interfaces() {
        return List.of(
                numbers("wasi:random/random", "get-random"),
                numbers("wasi:random/insecure", "get-insecure-random"),
                Wasi.table("wasi:random/insecure-seed")
                        .function("insecure-seed", "func() -> tuple<u64, u64>", (call, arguments) -> SEED)
                        .build());
    }

    private static HostInterface numbers(String name, String prefix) {
        return Wasi.table(name)
                .function(prefix + "-bytes", BYTES, RandomNumbers::bytes)
                .function(
                        prefix + "-u64",
                        NUMBER,
                        (call, arguments) -> generator(call).next())
                .build();
    }

    private static Object bytes(HostCall call, @Nullable Object[] arguments) {
        long length = (Long) arguments[0];
        if (length < 0 || length > MOST_BYTES) {
            throw new EngineException(
                    ErrorCode.LIMIT,
                    "guest code asked for " + Long.toUnsignedString(length) + " random bytes at once, at most "
                            + MOST_BYTES + " allowed; ask for fewer");
        }
        call.meter().charge((int) length / CHARGED_BYTES);
        return generator(call).bytes((int) length);
    }

    private static GuestRandom generator(HostCall call) {
        return call.state(GuestRandom.class, GuestRandom::new);
    }
}
