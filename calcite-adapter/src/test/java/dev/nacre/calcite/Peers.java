package dev.nacre.calcite;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions that tests run twice: as stand-ins for WebAssembly functions, and as H2's own aliases. */
public final class Peers {
    private static final double[] EDGES = {
        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE
    };

    private Peers() {}

    public static @Nullable Long twice(@Nullable Long value) {
        return value == null ? null : Long.valueOf(value * 2);
    }

    public static @Nullable Double half(@Nullable Double value) {
        return value == null ? null : Double.valueOf(value / 2);
    }

    public static @Nullable String shout(@Nullable String value) {
        return value == null ? null : value.toUpperCase(Locale.ROOT) + "!";
    }

    public static byte @Nullable [] mask(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        byte[] masked = value.clone();
        for (int index = 0; index < masked.length; index++) {
            masked[index] ^= (byte) 0xAA;
        }
        return masked;
    }

    public static @Nullable Boolean even(@Nullable Long value) {
        return value == null ? null : Boolean.valueOf(value % 2 == 0);
    }

    public static @Nullable Integer small(@Nullable Integer value) {
        return value == null ? null : Integer.valueOf(value % 100);
    }

    public static @Nullable Double edge(@Nullable Integer value) {
        return value == null ? null : Double.valueOf(EDGES[Math.floorMod(value, EDGES.length)]);
    }

    public static @Nullable Long holes(@Nullable Long value) {
        return value == null || value % 3 == 0 ? null : value;
    }

    public static @Nullable Float real(@Nullable Long value) {
        return value == null ? null : Float.valueOf(value * 0.1f);
    }

    public static @Nullable String glue(@Nullable String left, @Nullable String right) {
        return left == null || right == null ? null : left + "-" + right;
    }

    public static long seven() {
        return 7;
    }
}
