package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;

/** A scalar of two bytes. */
abstract class Scalar16Codec extends ScalarCodec {
    Scalar16Codec(PrimitiveType type, CoreValueType flat) {
        super(type, 2, flat);
    }

    @Override
    final long readBits(byte[] memory, int offset) {
        return LittleEndian.getShort(memory, offset);
    }

    @Override
    final void writeBits(byte[] memory, int offset, long bits) {
        LittleEndian.putShort(memory, offset, (short) bits);
    }
}
