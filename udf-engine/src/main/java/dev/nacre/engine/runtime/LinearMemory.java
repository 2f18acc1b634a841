package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreLimits;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A linear memory over one byte array, little-endian.
 *
 * <p>Used by its instance's thread alone. Growing replaces the array, so {@link #array} is read again after every call into
 * the guest. Pointers are unsigned: a negative {@code int} is an address beyond 2 GiB and so always out of bounds. An access
 * out of bounds is a trap.
 */
public final class LinearMemory implements CoreExtern {
    /** Bytes of a page. */
    public static final int PAGE_BYTES = 1 << 16;

    /** The most pages that fit an array of bytes. */
    static final int MOST_PAGES = Integer.MAX_VALUE / PAGE_BYTES;

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final InstanceContext context;
    private final CoreLimits limits;
    private byte[] bytes;

    private LinearMemory(CoreLimits limits, InstanceContext context) {
        this.limits = limits;
        this.context = context;
        this.bytes = new byte[(int) limits.minimum() * PAGE_BYTES];
    }

    /**
     * Makes a memory of zeros.
     *
     * @param limits in pages
     * @param context whose budget the bytes are taken from
     * @throws EngineException with {@link ErrorCode#MEMORY_LIMIT} when the budget refuses the minimum
     */
    public static LinearMemory create(CoreLimits limits, InstanceContext context) {
        long size = limits.minimum() * PAGE_BYTES;
        if (limits.minimum() > MOST_PAGES || !context.memory().reserve(size)) {
            throw new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    "the guest starts with " + size + " bytes of memory, at most "
                            + context.memory().limitBytes() + " allowed (setting memory_bytes)");
        }
        return new LinearMemory(limits, context);
    }

    /** Returns the array behind the memory, as long as the memory is now. Growing replaces it. */
    public byte[] array() {
        return bytes;
    }

    /** Returns how many bytes there are now. */
    public int byteLength() {
        return bytes.length;
    }

    /** Returns how many pages there are now. */
    public int pages() {
        return bytes.length / PAGE_BYTES;
    }

    /** Returns the limits the memory was declared with, in pages. */
    public CoreLimits limits() {
        return limits;
    }

    /** Returns whether a range lies inside, whatever its numbers; both are taken as unsigned 32-bit values. */
    public boolean contains(int pointer, int length) {
        return Integer.toUnsignedLong(pointer) + Integer.toUnsignedLong(length) <= bytes.length;
    }

    /**
     * Grows by pages, filled with zeros.
     *
     * @param pages unsigned
     * @return the number of pages before, or -1 when the declared maximum or the budget does not allow it
     */
    public int grow(int pages) {
        int before = pages();
        long after = before + Integer.toUnsignedLong(pages);
        if (after > limits.maximum().orElse(MOST_PAGES) || after > MOST_PAGES) {
            return -1;
        }
        if (pages != 0 && !enlarge((int) after * PAGE_BYTES)) {
            return -1;
        }
        return before;
    }

    private boolean enlarge(int byteLength) {
        long added = (long) byteLength - bytes.length;
        if (!context.memory().reserve(added)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, byteLength);
        return true;
    }

    /** Reads a byte. */
    public byte readByte(int pointer) {
        return bytes[pointer];
    }

    /** Reads two bytes. */
    public short readShort(int pointer) {
        return (short) SHORT.get(bytes, pointer);
    }

    /** Reads four bytes. */
    public int readInt(int pointer) {
        return (int) INT.get(bytes, pointer);
    }

    /** Reads eight bytes. */
    public long readLong(int pointer) {
        return (long) LONG.get(bytes, pointer);
    }

    /** Reads four bytes as a float, its bits unchanged. */
    public float readFloat(int pointer) {
        return (float) FLOAT.get(bytes, pointer);
    }

    /** Reads eight bytes as a double, its bits unchanged. */
    public double readDouble(int pointer) {
        return (double) DOUBLE.get(bytes, pointer);
    }

    /** Writes a byte. */
    public void writeByte(int pointer, byte value) {
        bytes[pointer] = value;
    }

    /** Writes two bytes. */
    public void writeShort(int pointer, short value) {
        SHORT.set(bytes, pointer, value);
    }

    /** Writes four bytes. */
    public void writeInt(int pointer, int value) {
        INT.set(bytes, pointer, value);
    }

    /** Writes eight bytes. */
    public void writeLong(int pointer, long value) {
        LONG.set(bytes, pointer, value);
    }

    /** Writes a float's four bytes. */
    public void writeFloat(int pointer, float value) {
        FLOAT.set(bytes, pointer, value);
    }

    /** Writes a double's eight bytes. */
    public void writeDouble(int pointer, double value) {
        DOUBLE.set(bytes, pointer, value);
    }

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }
}
