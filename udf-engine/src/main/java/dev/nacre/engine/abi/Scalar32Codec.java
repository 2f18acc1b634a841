package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;

/** A scalar of four bytes. */
abstract class Scalar32Codec extends ScalarCodec {
    Scalar32Codec(PrimitiveType type, CoreValueType flat) {
        super(type, 4, flat);
    }

    @Override
    final long readBits(byte[] memory, int offset) {
        return LittleEndian.getInt(memory, offset);
    }

    @Override
    final void writeBits(byte[] memory, int offset, long bits) {
        LittleEndian.putInt(memory, offset, (int) bits);
    }
}
