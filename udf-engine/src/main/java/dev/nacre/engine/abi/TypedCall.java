package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/**
 * What generated typed handles are made of: each is a subclass with one method, which brings its arguments into range, enters
 * the instance, calls the core function and brings the result into range. Public because generated classes extend it.
 *
 * <p>Primitive forms: bool, s8, u8, s16, u16, s32, u32 and char are {@code int}, s64 and u64 {@code long}, f32 {@code
 * float}, f64 {@code double}.
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
        return F32Codec.canonical(value);
    }

    protected static double f64(double value) {
        return F64Codec.canonical(value);
    }

    protected static int charArgument(int value) {
        if (!CharCodec.isScalarValue(value)) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    "expected a Unicode scalar value for char, found " + Integer.toUnsignedString(value));
        }
        return value;
    }

    protected static int charResult(int value) {
        if (!CharCodec.isScalarValue(value)) {
            throw new EngineException(
                    ErrorCode.ABI_VIOLATION,
                    "result: char " + Integer.toUnsignedString(value) + " is not a Unicode scalar value");
        }
        return value;
    }
}
