package dev.nacre.engine.abi;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** An immutable list of numbers that keeps the bytes they had in linear memory and boxes a number when it is asked for. */
final class PackedList extends AbstractList<Object> implements RandomAccess {
    private final ScalarCodec element;
    private final byte[] bytes;
    private final int size;

    PackedList(ScalarCodec element, byte[] bytes) {
        this.element = element;
        this.bytes = bytes;
        this.size = bytes.length / element.layout().size();
    }

    @Override
    public Object get(int index) {
        Objects.checkIndex(index, size);
        return element.box(element.readBits(bytes, index * element.layout().size()));
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns whether the bytes are those that a list of the element would have. */
    boolean isOf(ScalarCodec other) {
        return element.getClass() == other.getClass();
    }

    /** Copies all bytes. */
    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
