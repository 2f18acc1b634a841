package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.RandomGrant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code wasi:random}: numbers from a generator with a seed, the same for every instance, or from the host's secure source. */
final class RandomNumbers {
    private static final String BYTES = "func(u64) -> list<u8>";
    private static final String NUMBER = "func() -> u64";

    /** The most that one call may ask for: far more than seeds and keys need. */
    private static final long MOST_BYTES = 1 << 20;

    private static final int CHARGED_BYTES = 16;
    private static final long SEED_OF_SEEDS = 0x6E61637265L;

    private RandomNumbers() {}

    static List<HostInterface> interfaces() {
        return List.of(
                numbers("wasi:random/random", "get-random"),
                numbers("wasi:random/insecure", "get-insecure-random"),
                Wasi.table("wasi:random/insecure-seed")
                        .function("insecure-seed", "func() -> tuple<u64, u64>", (call, arguments) -> seed(call))
                        .build());
    }

    private static HostInterface numbers(String name, String prefix) {
        return Wasi.table(name)
                .function(prefix + "-bytes", BYTES, RandomNumbers::bytes)
                .function(
                        prefix + "-u64",
                        NUMBER,
                        (call, arguments) -> GuestRandom.of(call).next())
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
        return GuestRandom.of(call).bytes((int) length);
    }

    /** The same at each call, where numbers follow from a seed. */
    private static Object seed(HostCall call) {
        RandomGrant granted = call.grants().random();
        GuestRandom source = granted.secure() ? new SecureNumbers() : new SeededNumbers(granted.seed() ^ SEED_OF_SEEDS);
        return List.of(source.next(), source.next());
    }
}
