package dev.nacre.engine.abi;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** A type of fixed size that is one core value: reads and writes it in a byte array, as core bits, and checks Java forms. */
abstract class ScalarCodec extends Codec {
    private static final int BOXED_BYTES = 16;

    private final PrimitiveType type;

    ScalarCodec(PrimitiveType type, int size, CoreValueType flat) {
        super(Layout.scalar(size, flat));
        this.type = type;
    }

    final PrimitiveType type() {
        return type;
    }

    /** Reads the value's bits from memory; for narrow types the high bits are of no meaning. */
    abstract long readBits(byte[] memory, int offset);

    /** Writes the value's bits to memory. */
    abstract void writeBits(byte[] memory, int offset, long bits);

    /** Makes the Java form; ignores bits above the type's width. */
    abstract Object box(long bits);

    /** Takes the Java form apart; an {@code i32} or {@code f32} zero-extended. */
    abstract long unbox(@Nullable Object value);

    /** Returns whether every bit pattern is a value, so that lists can be copied first and read later. */
    boolean everyPatternValid() {
        return true;
    }

    /** Returns whether a value lies in another guest's memory with the same bits, so that lists can be copied as they are. */
    boolean isVerbatim() {
        return everyPatternValid();
    }

    /** Returns whether a value can neither be malformed nor change on its way. */
    boolean isWhole() {
        return isVerbatim();
    }

    /** Returns the bits of a value as {@link #unbox} gives them, from bits as {@link #box} takes them. */
    abstract long normalise(long bits);

    @Override
    final Object load(AbiContext context, int pointer) {
        return box(readBits(context.bytes(), pointer));
    }

    @Override
    final void store(AbiContext context, @Nullable Object value, int pointer) {
        writeBits(context.bytes(), pointer, unbox(value));
    }

    @Override
    final Object liftFlat(AbiContext context, FlatValues values) {
        return box(values.nextLong());
    }

    @Override
    final void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        values.putLong(unbox(value));
    }

    @Override
    final Transfer transferTo(Codec target, Transfers transfers) {
        return new ScalarTransfer(this);
    }

    @Override
    final int weight() {
        return BOXED_BYTES;
    }

    @Override
    final String typeName() {
        return type.keyword();
    }

    final AbiFailure outOfRange(Object value) {
        return new AbiFailure(ErrorCode.ARGUMENT_MISMATCH, "value " + value + " is out of the range of " + typeName());
    }
}
