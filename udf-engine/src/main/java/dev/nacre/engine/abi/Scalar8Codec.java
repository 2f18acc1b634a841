package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;

/** A scalar of one byte. */
abstract class Scalar8Codec extends ScalarCodec {
    Scalar8Codec(PrimitiveType type, CoreValueType flat) {
        super(type, 1, flat);
    }

    @Override
    final long readBits(byte[] memory, int offset) {
        return memory[offset];
    }

    @Override
    final void writeBits(byte[] memory, int offset, long bits) {
        memory[offset] = (byte) bits;
    }
}
