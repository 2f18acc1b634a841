package dev.nacre.engine.abi;

import dev.nacre.engine.wit.PrimitiveType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Primitive arrays as the elements of numeric lists: the array's bits are the list's bits. */
final class PrimitiveArrays {
    private static final Map<PrimitiveType, Class<?>> TYPES = new EnumMap<>(Map.of(
            PrimitiveType.S8, byte[].class,
            PrimitiveType.S16, short[].class,
            PrimitiveType.U16, short[].class,
            PrimitiveType.S32, int[].class,
            PrimitiveType.U32, int[].class,
            PrimitiveType.S64, long[].class,
            PrimitiveType.U64, long[].class,
            PrimitiveType.F32, float[].class,
            PrimitiveType.F64, double[].class));

    private PrimitiveArrays() {}

    /** Returns the class of arrays with the bits of an element, null for elements that have none. */
    static @Nullable Class<?> typeFor(ScalarCodec element) {
        return TYPES.get(element.type());
    }

    /** Returns the length of an array with the bits of an element, -1 for everything else. */
    static int length(@Nullable Object value, ScalarCodec element) {
        return value != null && value.getClass().equals(typeFor(element)) ? Array.getLength(value) : -1;
    }

    /** Copies an array that has a length here to memory. */
    static void copy(@Nullable Object value, byte[] target, int offset) {
        ByteBuffer buffer = littleEndian(target).position(offset);
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

    /** Copies bytes from memory to an array of an element that has a type here. */
    static Object read(ScalarCodec element, byte[] bytes) {
        ByteBuffer buffer = littleEndian(bytes);
        int length = bytes.length / element.layout().size();
        return switch (element.layout().flat().get(0)) {
            case I64 -> longs(buffer, length);
            case F32 -> floats(buffer, length);
            case F64 -> doubles(buffer, length);
            default -> narrow(buffer, length, element.layout().size());
        };
    }

    private static Object narrow(ByteBuffer buffer, int length, int size) {
        return switch (size) {
            case 1 -> {
                byte[] array = new byte[length];
                buffer.get(array);
                yield array;
            }
            case 2 -> {
                short[] array = new short[length];
                buffer.asShortBuffer().get(array);
                yield array;
            }
            default -> {
                int[] array = new int[length];
                buffer.asIntBuffer().get(array);
                yield array;
            }
        };
    }

    private static long[] longs(ByteBuffer buffer, int length) {
        long[] array = new long[length];
        buffer.asLongBuffer().get(array);
        return array;
    }

    private static float[] floats(ByteBuffer buffer, int length) {
        float[] array = new float[length];
        buffer.asFloatBuffer().get(array);
        return array;
    }

    private static double[] doubles(ByteBuffer buffer, int length) {
        double[] array = new double[length];
        buffer.asDoubleBuffer().get(array);
        return array;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
