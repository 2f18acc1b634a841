package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/**
 * What generated gated handles are made of: each is a subclass with one method, which brings its arguments into range, enters
 * through the gate, calls the core function and brings the result into range. Public because generated classes extend it.
 */
public abstract class TypedCall {
    private final CallGate gate;

    protected TypedCall(CallGate gate) {
        this.gate = gate;
    }

    protected final void enter() {
        gate.enter();
    }

    protected final void exit() {
        gate.exit();
    }

    protected final EngineException failed(Throwable thrown) {
        return gate.failed(thrown);
    }

    protected static int bool(int value) {
        return value != 0 ? 1 : 0;
    }

    protected static int s8(int value) {
        return (byte) value;
    }

    protected static int u8(int value) {
        return value & 0xFF;
    }

    protected static int s16(int value) {
        return (short) value;
    }

    protected static int u16(int value) {
        return value & 0xFFFF;
    }

    protected static float f32(float value) {
        return Float.isNaN(value) ? Float.NaN : value;
    }

    protected static double f64(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    protected static int charArgument(int value) {
        if (!isScalarValue(value)) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    "expected a Unicode scalar value, found " + Integer.toUnsignedString(value));
        }
        return value;
    }

    protected static int charResult(int value) {
        if (!isScalarValue(value)) {
            throw new EngineException(
                    ErrorCode.ABI_VIOLATION,
                    "result " + Integer.toUnsignedString(value) + " is not a Unicode scalar value");
        }
        return value;
    }

    private static boolean isScalarValue(int value) {
        return Character.isValidCodePoint(value)
                && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
    }
}
