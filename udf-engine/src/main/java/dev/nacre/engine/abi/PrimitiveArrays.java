package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Primitive arrays as the elements of numeric lists: the array's bits are the list's bits. */
final class PrimitiveArrays {
    private PrimitiveArrays() {}

    /** Returns the length of an array whose elements have the width and kind of a layout, -1 for everything else. */
    static int length(@Nullable Object value, Layout element) {
        return element.flat().get(0) == CoreValueType.I32
                ? lengthNarrow(value, element.size())
                : lengthOther(value, element);
    }

    private static int lengthNarrow(@Nullable Object value, int size) {
        if (value instanceof byte[] array && size == 1) {
            return array.length;
        }
        if (value instanceof short[] array && size == 2) {
            return array.length;
        }
        return value instanceof int[] array && size == 4 ? array.length : -1;
    }

    private static int lengthOther(@Nullable Object value, Layout element) {
        CoreValueType kind = element.flat().get(0);
        if (value instanceof long[] array && kind == CoreValueType.I64) {
            return array.length;
        }
        if (value instanceof float[] array && kind == CoreValueType.F32) {
            return array.length;
        }
        return value instanceof double[] array && kind == CoreValueType.F64 ? array.length : -1;
    }

    /** Copies an array that has a length here. */
    static void copy(@Nullable Object value, byte[] target, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(target).position(offset).order(ByteOrder.LITTLE_ENDIAN);
        if (value instanceof byte[] array) {
            buffer.put(array);
        } else if (value instanceof short[] array) {
            buffer.asShortBuffer().put(array);
        } else if (value instanceof int[] array) {
            buffer.asIntBuffer().put(array);
        } else if (value instanceof long[] array) {
            buffer.asLongBuffer().put(array);
        } else if (value instanceof float[] array) {
            buffer.asFloatBuffer().put(array);
        } else if (value instanceof double[] array) {
            buffer.asDoubleBuffer().put(array);
        }
    }
}
