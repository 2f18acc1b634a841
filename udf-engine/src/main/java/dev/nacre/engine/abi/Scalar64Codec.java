package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;

/** A scalar of eight bytes. */
abstract class Scalar64Codec extends ScalarCodec {
    Scalar64Codec(PrimitiveType type, CoreValueType flat) {
        super(type, 8, flat);
    }

    @Override
    final long readBits(byte[] memory, int offset) {
        return LittleEndian.getLong(memory, offset);
    }

    @Override
    final void writeBits(byte[] memory, int offset, long bits) {
        LittleEndian.putLong(memory, offset, bits);
    }
}
