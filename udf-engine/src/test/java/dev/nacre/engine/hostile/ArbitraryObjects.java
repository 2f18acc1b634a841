package dev.nacre.engine.hostile;

import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Arguments that a careless or hostile caller could pass: right ones, wrong ones, and wrong ones inside right ones. */
final class ArbitraryObjects {
    private static final int DEEPEST = 4;

    private final RandomGenerator random;

    ArbitraryObjects(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a value of the type more often than not. */
    @Nullable
    Object forType(WitType type) {
        return random.nextInt(4) == 0 || Exerciser.hasHandle(type) ? any(0) : type.accept(new RandomValues(random));
    }

    @Nullable
    Object any(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 20 : 13)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> (byte) random.nextInt();
            case 3 -> (short) random.nextInt();
            case 4 -> random.nextInt();
            case 5 -> random.nextLong();
            case 6 -> Float.intBitsToFloat(random.nextInt());
            case 7 -> Double.longBitsToDouble(random.nextLong());
            case 8 -> text();
            case 9 -> new byte[random.nextInt(20)];
            case 10 -> new long[random.nextInt(20)];
            case 11 -> (char) random.nextInt();
            case 12 -> new Object();
            case 13 -> several(depth);
            case 14 -> Arrays.asList(any(depth + 1), any(depth + 1));
            case 15 -> Optional.ofNullable(any(depth + 1));
            case 16 -> new VariantValue(text(), any(depth + 1));
            case 17 -> random.nextBoolean() ? ResultValue.ok(any(depth + 1)) : ResultValue.error(any(depth + 1));
            case 18 -> Set.of(text());
            default -> new Object[] {any(depth + 1)};
        };
    }

    private List<Object> several(int depth) {
        List<Object> list = new ArrayList<>();
        for (int left = random.nextInt(10); left > 0; left--) {
            list.add(any(depth + 1));
        }
        return list;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x1_0000)));
        }
        return text.toString();
    }
}
