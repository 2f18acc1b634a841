package dev.nacre.engine.wit;

import java.util.List;

/**
 * A list of numbers as a call returns it: it keeps the bits that the guest wrote and boxes a number when it is asked for.
 * Immutable.
 *
 * <p>The Java form of all lists of s8, s16, u16, s32, u32, s64, u64, f32 and f64. A call takes it back, and any other list, and
 * the arrays that {@link #toArray(Class)} gives.
 */
public interface NumberList extends List<Object> {
    /**
     * Copies all numbers at once, bit by bit: an unsigned number becomes the signed one of the same bits, a NaN keeps its own.
     *
     * @param arrayType {@code byte[].class} for s8, {@code short[].class} for s16 and u16, {@code int[].class} for s32 and
     *     u32, {@code long[].class} for s64 and u64, {@code float[].class} for f32, {@code double[].class} for f64
     * @throws dev.nacre.engine.EngineException with ARGUMENT_MISMATCH for another class
     */
    <A> A toArray(Class<A> arrayType);
}
