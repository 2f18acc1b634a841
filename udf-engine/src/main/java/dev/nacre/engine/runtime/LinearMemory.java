package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.sandbox.Meter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A linear memory over one byte array, little-endian.
 *
 * <p>Used by its instance's thread alone. Growing replaces the array, so {@link #array} is read again after every call into
 * the guest. Pointers are unsigned: a negative {@code int} is an address beyond 2 GiB and so always out of bounds. An access
 * out of bounds is an {@link EngineException} with code TRAP.
 *
 * <p>The array's own bounds check is the memory's. Guest code reaches the array through {@link GuestMemory}.
 */
public final class LinearMemory implements CoreExtern {
    /** Bytes of a page. */
    public static final int PAGE_BYTES = 1 << 16;

    /** The limits of a memory that nobody can use. */
    static final CoreLimits NO_PAGES = new CoreLimits(0, OptionalLong.of(0));

    /** The most pages that fit an array of bytes. */
    static final int MOST_PAGES = Integer.MAX_VALUE / PAGE_BYTES;

    static final VarHandle SHORT = view(short[].class);
    static final VarHandle INT = view(int[].class);
    static final VarHandle LONG = view(long[].class);
    static final VarHandle FLOAT = view(float[].class);
    static final VarHandle DOUBLE = view(double[].class);

    /** A unit of the meter for each so many bytes of bulk work; both take about as long. */
    private static final int BYTES_PER_UNIT = 1 << 10;

    private static final byte[] NO_BYTES = {};

    /** Where compiled code finds the meter; a module without memory gets an empty one for it. */
    final Meter meter;

    byte[] bytes;

    private final InstanceContext context;
    private final CoreLimits limits;

    private LinearMemory(CoreLimits limits, InstanceContext context) {
        this.limits = limits;
        this.context = context;
        this.meter = context.meter();
        this.bytes = NO_BYTES;
    }

    /**
     * Makes a memory of zeros.
     *
     * @param limits in pages
     * @param context whose budget the bytes are taken from
     * @throws EngineException with {@link ErrorCode#MEMORY_LIMIT} when the budget refuses the minimum
     */
    public static LinearMemory create(CoreLimits limits, InstanceContext context) {
        LinearMemory memory = new LinearMemory(limits, context);
        if (limits.minimum() > MOST_PAGES || !context.memory().reserveAtStart(limits.minimum() * PAGE_BYTES)) {
            throw new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    "the guest starts with " + limits.minimum() + " pages of 64 KiB of memory, "
                            + Objects.requireNonNullElse(context.memory().refusal(), "4 GiB are the most there is"));
        }
        memory.fillReserved((int) limits.minimum() * PAGE_BYTES);
        return memory;
    }

    private void fillReserved(int byteLength) {
        try {
            bytes = context.spare().zeros(byteLength);
        } catch (Throwable failure) {
            context.memory().release(byteLength);
            throw failure;
        }
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

    /** Returns whether a range lies inside; both numbers are taken as unsigned 32-bit values. */
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
        if (after > Math.min(MOST_PAGES, limits.maximum().orElse(MOST_PAGES))) {
            return -1;
        }
        return pages == 0 || enlarge((int) after * PAGE_BYTES) ? before : -1;
    }

    private boolean enlarge(int byteLength) {
        long added = (long) byteLength - bytes.length;
        if (!context.memory().reserve(added)) {
            return false;
        }
        try {
            chargeBytes(byteLength);
            bytes = Arrays.copyOf(bytes, byteLength);
            return true;
        } catch (Throwable failure) { // the meter's word, or the end of heap or stack
            context.memory().release(added);
            throw failure;
        }
    }

    /** Gives the bytes back to the budget; the memory is empty then. */
    void release() {
        byte[] left = bytes;
        bytes = NO_BYTES;
        context.memory().release(left.length);
        context.spare().add(left);
    }

    /** Reads a byte. */
    public byte readByte(int pointer) {
        return bytes[checked(pointer, Byte.BYTES)];
    }

    /** Reads two bytes. */
    public short readShort(int pointer) {
        return (short) SHORT.get(bytes, checked(pointer, Short.BYTES));
    }

    /** Reads four bytes. */
    public int readInt(int pointer) {
        return (int) INT.get(bytes, checked(pointer, Integer.BYTES));
    }

    /** Reads eight bytes. */
    public long readLong(int pointer) {
        return (long) LONG.get(bytes, checked(pointer, Long.BYTES));
    }

    /** Reads four bytes as a float, its bits unchanged. */
    public float readFloat(int pointer) {
        return (float) FLOAT.get(bytes, checked(pointer, Float.BYTES));
    }

    /** Reads eight bytes as a double, its bits unchanged. */
    public double readDouble(int pointer) {
        return (double) DOUBLE.get(bytes, checked(pointer, Double.BYTES));
    }

    /** Writes a byte. */
    public void writeByte(int pointer, byte value) {
        bytes[checked(pointer, Byte.BYTES)] = value;
    }

    /** Writes two bytes. */
    public void writeShort(int pointer, short value) {
        SHORT.set(bytes, checked(pointer, Short.BYTES), value);
    }

    /** Writes four bytes. */
    public void writeInt(int pointer, int value) {
        INT.set(bytes, checked(pointer, Integer.BYTES), value);
    }

    /** Writes eight bytes. */
    public void writeLong(int pointer, long value) {
        LONG.set(bytes, checked(pointer, Long.BYTES), value);
    }

    /** Writes a float's four bytes. */
    public void writeFloat(int pointer, float value) {
        FLOAT.set(bytes, checked(pointer, Float.BYTES), value);
    }

    /** Writes a double's eight bytes. */
    public void writeDouble(int pointer, double value) {
        DOUBLE.set(bytes, checked(pointer, Double.BYTES), value);
    }

    /**
     * Checks a range.
     *
     * @param length unsigned, as the pointer
     * @return the pointer, which is not negative then
     * @throws EngineException with {@link ErrorCode#TRAP} when the range does not lie inside
     */
    public int checked(int pointer, int length) {
        if (!contains(pointer, length)) {
            throw Traps.memoryOutOfBounds();
        }
        return pointer;
    }

    /** Charges the meter for work on so many bytes. */
    void chargeBytes(int count) {
        meter.charge(1 + count / BYTES_PER_UNIT);
    }

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }
}
