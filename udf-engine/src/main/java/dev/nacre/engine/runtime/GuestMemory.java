package dev.nacre.engine.runtime;

import java.util.Arrays;

/**
 * Memory instructions as compiled code calls them. An address is an unsigned base with a constant offset.
 *
 * <p>The single accesses let the array's bounds check throw; {@link Boundary} turns that into the trap.
 */
public final class GuestMemory {
    /** Bulk work polls the meter after so many bytes. */
    private static final int SLICE = 1 << 20;

    private GuestMemory() {}

    /** {@code i32.load8_s} and its kin. */
    public static byte memoryReadByte(int base, int offset, LinearMemory memory) {
        return memory.bytes[address(base, offset)];
    }

    /** {@code i32.load16_s} and its kin. */
    public static short memoryReadShort(int base, int offset, LinearMemory memory) {
        return (short) LinearMemory.SHORT.get(memory.bytes, address(base, offset));
    }

    /** {@code i32.load} and its kin. */
    public static int memoryReadInt(int base, int offset, LinearMemory memory) {
        return (int) LinearMemory.INT.get(memory.bytes, address(base, offset));
    }

    /** {@code i64.load}. */
    public static long memoryReadLong(int base, int offset, LinearMemory memory) {
        return (long) LinearMemory.LONG.get(memory.bytes, address(base, offset));
    }

    /** {@code f32.load}. */
    public static float memoryReadFloat(int base, int offset, LinearMemory memory) {
        return (float) LinearMemory.FLOAT.get(memory.bytes, address(base, offset));
    }

    /** {@code f64.load}. */
    public static double memoryReadDouble(int base, int offset, LinearMemory memory) {
        return (double) LinearMemory.DOUBLE.get(memory.bytes, address(base, offset));
    }

    /** {@code i32.store8} and its kin. */
    public static void memoryWriteByte(int base, byte value, int offset, LinearMemory memory) {
        memory.bytes[address(base, offset)] = value;
    }

    /** {@code i32.store16} and its kin. */
    public static void memoryWriteShort(int base, short value, int offset, LinearMemory memory) {
        LinearMemory.SHORT.set(memory.bytes, address(base, offset), value);
    }

    /** {@code i32.store} and its kin. */
    public static void memoryWriteInt(int base, int value, int offset, LinearMemory memory) {
        LinearMemory.INT.set(memory.bytes, address(base, offset), value);
    }

    /** {@code i64.store}. */
    public static void memoryWriteLong(int base, long value, int offset, LinearMemory memory) {
        LinearMemory.LONG.set(memory.bytes, address(base, offset), value);
    }

    /** {@code f32.store}. */
    public static void memoryWriteFloat(int base, float value, int offset, LinearMemory memory) {
        LinearMemory.FLOAT.set(memory.bytes, address(base, offset), value);
    }

    /** {@code f64.store}. */
    public static void memoryWriteDouble(int base, double value, int offset, LinearMemory memory) {
        LinearMemory.DOUBLE.set(memory.bytes, address(base, offset), value);
    }

    /** {@code memory.size}. */
    public static int memoryPages(LinearMemory memory) {
        return memory.pages();
    }

    /** {@code memory.grow}. */
    public static int memoryGrow(int pages, LinearMemory memory) {
        StackProbe.check();
        return memory.grow(pages);
    }

    /** {@code memory.fill}. */
    public static void memoryFill(int start, byte value, int size, LinearMemory memory) {
        memory.checked(start, size);
        for (long done = 0; done < size; done += SLICE) {
            int from = start + (int) done;
            int count = (int) Math.min(SLICE, size - done);
            memory.chargeBytes(count);
            Arrays.fill(memory.bytes, from, from + count, value);
        }
    }

    /** {@code memory.copy}; the ranges may overlap. */
    public static void memoryCopy(int target, int source, int size, LinearMemory memory) {
        memory.checked(source, size);
        memory.checked(target, size);
        for (long done = 0; done < size; done += SLICE) {
            int count = (int) Math.min(SLICE, size - done);
            int at = target <= source ? (int) done : size - (int) done - count;
            memory.chargeBytes(count);
            System.arraycopy(memory.bytes, source + at, memory.bytes, target + at, count);
        }
    }

    /** {@code memory.copy} between two memories, which may be one under two indices. */
    public static void memoryCopy(int target, int source, int size, LinearMemory into, LinearMemory from) {
        if (into == from) {
            memoryCopy(target, source, size, into);
            return;
        }
        from.checked(source, size);
        into.checked(target, size);
        for (long done = 0; done < size; done += SLICE) {
            int count = (int) Math.min(SLICE, size - done);
            into.chargeBytes(count);
            System.arraycopy(from.bytes, source + (int) done, into.bytes, target + (int) done, count);
        }
    }

    /** {@code memory.init}, from a segment of the instance that executes it, whose ever the memory is. */
    public static void memoryInit(
            int target, int source, int size, int segment, LinearMemory memory, CoreInstance instance) {
        write(instance.data(segment), source, size, target, memory);
    }

    /** Copies bytes into a memory, if all are there and fit. */
    static void write(byte[] data, int source, int size, int target, LinearMemory memory) {
        boolean inside = Integer.toUnsignedLong(source) + Integer.toUnsignedLong(size) <= data.length;
        if (!inside || !memory.contains(target, size)) {
            throw Traps.memoryOutOfBounds();
        }
        memory.chargeBytes(size);
        System.arraycopy(data, source, memory.bytes, target, size);
    }

    /** {@code data.drop}. */
    public static void dataDrop(int segment, CoreInstance instance) {
        instance.dropData(segment);
    }

    /** Cannot be negative when base and offset are not, unless the sum is beyond 2 GiB; either way it is out of bounds. */
    private static int address(int base, int offset) {
        return base < 0 ? base : base + offset;
    }
}
