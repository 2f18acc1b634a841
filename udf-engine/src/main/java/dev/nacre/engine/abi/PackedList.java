package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.NumberList;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** A list of numbers or bools as the bytes they had in linear memory. */
final class PackedList extends AbstractList<Object> implements NumberList, RandomAccess {
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

    @Override
    public <A> A toArray(Class<A> arrayType) {
        if (!arrayType.equals(PrimitiveArrays.typeFor(element))) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    "list<" + element.typeName() + "> cannot be copied to " + arrayType.getSimpleName()
                            + "; take the array of the element's width and kind, or the list itself");
        }
        return arrayType.cast(PrimitiveArrays.read(element, bytes));
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
