package dev.nacre.engine.runtime;

/**
 * Number instructions as compiled code calls them, where Chicory's form will not do.
 *
 * <p>Unsigned comparisons of i32 are made on longs: HotSpot's C2 folds an unsigned comparison wrongly with a signed one of
 * the same operands, on JDK 17 in ordinary guest code. See
 * <a href="https://github.com/openjdk/jdk/pull/28819">JDK-8346420</a> and
 * <a href="https://github.com/dylibso/chicory/issues/843">Chicory 843</a>.
 */
public final class GuestNumbers {
    private static final long LOW = 0xFFFF_FFFFL;

    private GuestNumbers() {}

    /** {@code i32.ge_u}. */
    public static int i32_ge_u(int left, int right) {
        return (left & LOW) >= (right & LOW) ? 1 : 0;
    }

    /** {@code i32.gt_u}. */
    public static int I32_GT_U(int left, int right) {
        return (left & LOW) > (right & LOW) ? 1 : 0;
    }

    /** {@code i32.le_u}. */
    public static int I32_LE_U(int left, int right) {
        return (left & LOW) <= (right & LOW) ? 1 : 0;
    }

    /** {@code i32.lt_u}. */
    public static int I32_LT_U(int left, int right) {
        return (left & LOW) < (right & LOW) ? 1 : 0;
    }

    /** Makes a float of the low 32 bits, which are kept. */
    public static float longToFloat(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    /** Makes a double of 64 bits, which are kept. */
    public static double longToDouble(long bits) {
        return Double.longBitsToDouble(bits);
    }

    /** Puts a float's bits into the low half. */
    public static long floatToLong(float value) {
        return Float.floatToRawIntBits(value);
    }

    /** Returns a double's bits. */
    public static long doubleToLong(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
