package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.testing.Values;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that pass from guest to guest to guest and back, in encodings that differ, come out as they went in. */
class RelayTest {
    private static final List<CanonOption> ENCODINGS =
            List.of(CanonOption.UTF8, CanonOption.UTF16, CanonOption.LATIN1_OR_UTF16);
    private static final int VALUES = 10;
    private static final int DEEPEST = 2;

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @Test
    void passTextsOfAllLengthsOn() {
        List<CanonOption> all =
                Stream.concat(ENCODINGS.stream(), ENCODINGS.stream()).toList();
        byte[] component = Relay.chain(PrimitiveType.STRING, all);

        for (String text : new String[] {"", "a", "é", "€uro", "\uD83D\uDC1A shell", "\0", "x".repeat(5000)}) {
            assertThat(Stage.call(component, "f", text)).isEqualTo(text);
        }
    }

    @Test
    void passRandomValuesOn() {
        for (int number = 0; number < Seeds.count(20, 1_000); number++) {
            RandomGenerator random = Seeds.random(number);
            WitType type = new ListType(type(random, 0));
            List<CanonOption> encodings = Stream.generate(() -> ENCODINGS.get(random.nextInt(ENCODINGS.size())))
                    .limit(2 + random.nextInt(2))
                    .toList();
            byte[] component = Relay.chain(type, encodings);
            for (int i = 0; i < VALUES; i++) {
                assertPasses(component, type, type.accept(new RandomValues(random)));
            }
        }
    }

    private static void assertPasses(byte[] component, WitType type, Object value) {
        try (ComponentInstance instance = Stage.start(component)) {
            assertThat(Values.comparable(instance.function("f").call(value)))
                    .as("%s", type)
                    .isEqualTo(Values.comparable(value));
        }
    }

    /** A type that needs no name outside. */
    private static WitType type(RandomGenerator random, int depth) {
        PrimitiveType[] primitives = PrimitiveType.values();
        return switch (random.nextInt(depth < DEEPEST ? 8 : 3)) {
            case 0, 1 -> primitives[random.nextInt(primitives.length)];
            case 2 -> PrimitiveType.STRING;
            case 3 -> new ListType(type(random, depth + 1));
            case 4 -> new OptionType(type(random, depth + 1));
            case 5 -> new ResultType(maybe(random, depth), maybe(random, depth));
            default -> new TupleType(List.of(type(random, depth + 1), type(random, depth + 1)));
        };
    }

    private static Optional<WitType> maybe(RandomGenerator random, int depth) {
        return random.nextBoolean() ? Optional.of(type(random, depth + 1)) : Optional.empty();
    }
}
