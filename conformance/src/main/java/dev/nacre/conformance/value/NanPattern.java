package dev.nacre.conformance.value;

import org.jspecify.annotations.Nullable;

/** An expected float that any of several NaNs fulfils. See the core specification, "Canonical NaN". */
enum NanPattern {
    /** The NaN whose payload is its highest bit alone, of either sign. */
    CANONICAL("nan:canonical", Integer.MAX_VALUE, Long.MAX_VALUE),
    /** Any NaN whose payload has its highest bit set: a quiet one. */
    ARITHMETIC("nan:arithmetic", NanPattern.QUIET_FLOAT, NanPattern.QUIET_DOUBLE);

    private static final int QUIET_FLOAT = 0x7fc0_0000;
    private static final long QUIET_DOUBLE = 0x7ff8_0000_0000_0000L;

    private final String text;
    private final int floatMask;
    private final long doubleMask;

    NanPattern(String text, int floatMask, long doubleMask) {
        this.text = text;
        this.floatMask = floatMask;
        this.doubleMask = doubleMask;
    }

    boolean matches(@Nullable Object actual) {
        if (actual instanceof Float number) {
            return (Float.floatToRawIntBits(number) & floatMask) == QUIET_FLOAT;
        }
        return actual instanceof Double number && (Double.doubleToRawLongBits(number) & doubleMask) == QUIET_DOUBLE;
    }

    @Override
    public String toString() {
        return text;
    }
}
