package dev.nacre.engine.core;

import static dev.nacre.engine.CoreFeature.BULK_MEMORY;
import static dev.nacre.engine.CoreFeature.EXCEPTIONS;
import static dev.nacre.engine.CoreFeature.FUNCTION_REFERENCES;
import static dev.nacre.engine.CoreFeature.GC;
import static dev.nacre.engine.CoreFeature.LEGACY_EXCEPTIONS;
import static dev.nacre.engine.CoreFeature.REFERENCE_TYPES;
import static dev.nacre.engine.CoreFeature.SATURATING_CONVERSION;
import static dev.nacre.engine.CoreFeature.SIGN_EXTENSION;
import static dev.nacre.engine.CoreFeature.STACK_SWITCHING;
import static dev.nacre.engine.CoreFeature.TAIL_CALLS;
import static dev.nacre.engine.CoreFeature.THREADS;
import static dev.nacre.engine.CoreFeature.WIDE_ARITHMETIC;

import dev.nacre.engine.CoreFeature;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of core WebAssembly: what follows each opcode, and which feature it belongs to. See the
 * <a href="https://webassembly.github.io/spec/core/appendix/index-instructions.html">core specification, "Index of
 * Instructions"</a>. Instructions of features that the engine does not run have no immediates here: they are refused when
 * they are met.
 */
final class Opcodes {
    /** The prefix of saturating conversions, bulk operations and wide arithmetic. */
    static final int MISCELLANEOUS = 0xfc;

    /** The prefix of vector instructions, relaxed ones from 0x100 on. */
    static final int VECTOR = 0xfd;

    private static final int FIRST_ADDRESS = 0x28;
    private static final byte[] ALIGNMENTS = {2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2};

    private static final Opcodes ONE_BYTE = new Opcodes(256);
    private static final Opcodes PREFIXED = new Opcodes(23);

    static {
        control();
        variables();
        memory();
        numbers();
        references();
        prefixed();
        refused();
    }

    private final Immediate[] immediates;
    private final @Nullable CoreFeature[] features;

    private Opcodes(int size) {
        immediates = new Immediate[size];
        features = new CoreFeature[size];
        Arrays.fill(immediates, Immediate.UNKNOWN);
    }

    /** Returns the instructions with an opcode of one byte. */
    static Opcodes oneByte() {
        return ONE_BYTE;
    }

    /** Returns the instructions behind the prefix {@link #MISCELLANEOUS}. */
    static Opcodes miscellaneous() {
        return PREFIXED;
    }

    Immediate immediate(long opcode) {
        return opcode < immediates.length ? immediates[(int) opcode] : Immediate.UNKNOWN;
    }

    /** Returns the feature that an instruction belongs to, null for the first version of the specification. */
    @Nullable
    CoreFeature feature(long opcode) {
        return opcode < features.length ? features[(int) opcode] : null;
    }

    /** Returns the logarithm of the natural alignment of a load or store. */
    static int alignment(int opcode) {
        return ALIGNMENTS[opcode - FIRST_ADDRESS];
    }

    private void set(int first, int last, Immediate immediate, @Nullable CoreFeature feature) {
        Arrays.fill(immediates, first, last + 1, immediate);
        Arrays.fill(features, first, last + 1, feature);
    }

    private void set(int opcode, Immediate immediate) {
        immediates[opcode] = immediate;
    }

    private static void control() {
        ONE_BYTE.set(0x00, 0x01, Immediate.NOTHING, null);
        ONE_BYTE.set(0x02, 0x03, Immediate.BLOCK, null);
        ONE_BYTE.set(0x04, Immediate.IF);
        ONE_BYTE.set(0x05, Immediate.ELSE);
        ONE_BYTE.set(0x08, 0x08, Immediate.TAG, EXCEPTIONS);
        ONE_BYTE.set(0x0a, 0x0a, Immediate.NOTHING, EXCEPTIONS);
        ONE_BYTE.set(0x0b, Immediate.END);
        ONE_BYTE.set(0x0c, 0x0d, Immediate.LABEL, null);
        ONE_BYTE.set(0x0e, Immediate.BRANCH_TABLE);
        ONE_BYTE.set(0x0f, Immediate.NOTHING);
        ONE_BYTE.set(0x10, Immediate.FUNCTION);
        ONE_BYTE.set(0x11, Immediate.TYPE_AND_TABLE);
        ONE_BYTE.set(0x1a, 0x1b, Immediate.NOTHING, null);
        ONE_BYTE.set(0x1c, 0x1c, Immediate.VALUE_TYPES, REFERENCE_TYPES);
        ONE_BYTE.set(0x1f, 0x1f, Immediate.TRY_TABLE, EXCEPTIONS);
    }

    private static void variables() {
        ONE_BYTE.set(0x20, 0x22, Immediate.LOCAL, null);
        ONE_BYTE.set(0x23, Immediate.GLOBAL);
        ONE_BYTE.set(0x24, Immediate.MUTABLE_GLOBAL);
        ONE_BYTE.set(0x25, 0x26, Immediate.TABLE, REFERENCE_TYPES);
    }

    private static void memory() {
        ONE_BYTE.set(FIRST_ADDRESS, 0x3e, Immediate.ADDRESS, null);
        ONE_BYTE.set(0x3f, 0x40, Immediate.MEMORY, null);
    }

    private static void numbers() {
        ONE_BYTE.set(0x41, Immediate.I32);
        ONE_BYTE.set(0x42, Immediate.I64);
        ONE_BYTE.set(0x43, Immediate.F32);
        ONE_BYTE.set(0x44, Immediate.F64);
        ONE_BYTE.set(0x45, 0xbf, Immediate.NOTHING, null);
        ONE_BYTE.set(0xc0, 0xc4, Immediate.NOTHING, SIGN_EXTENSION);
    }

    private static void references() {
        ONE_BYTE.set(0xd0, 0xd0, Immediate.HEAP_TYPE, REFERENCE_TYPES);
        ONE_BYTE.set(0xd1, 0xd1, Immediate.NOTHING, REFERENCE_TYPES);
        ONE_BYTE.set(0xd2, 0xd2, Immediate.DECLARED_FUNCTION, REFERENCE_TYPES);
    }

    private static void prefixed() {
        ONE_BYTE.set(MISCELLANEOUS, Immediate.PREFIX);
        PREFIXED.set(0, 7, Immediate.NOTHING, SATURATING_CONVERSION);
        PREFIXED.set(8, 14, Immediate.UNKNOWN, BULK_MEMORY);
        PREFIXED.set(8, Immediate.DATA_AND_MEMORY);
        PREFIXED.set(9, Immediate.DATA);
        PREFIXED.set(10, Immediate.TWO_MEMORIES);
        PREFIXED.set(11, Immediate.MEMORY);
        PREFIXED.set(12, Immediate.ELEMENTS_AND_TABLE);
        PREFIXED.set(13, Immediate.ELEMENTS);
        PREFIXED.set(14, Immediate.TWO_TABLES);
        PREFIXED.set(15, 17, Immediate.TABLE, REFERENCE_TYPES);
        PREFIXED.set(19, 22, Immediate.NOTHING, WIDE_ARITHMETIC);
    }

    private static void refused() {
        ONE_BYTE.set(0x06, 0x07, Immediate.NOTHING, LEGACY_EXCEPTIONS);
        ONE_BYTE.set(0x09, 0x09, Immediate.NOTHING, LEGACY_EXCEPTIONS);
        ONE_BYTE.set(0x18, 0x19, Immediate.NOTHING, LEGACY_EXCEPTIONS);
        ONE_BYTE.set(0x12, 0x13, Immediate.NOTHING, TAIL_CALLS);
        ONE_BYTE.set(0x14, 0x14, Immediate.NOTHING, FUNCTION_REFERENCES);
        ONE_BYTE.set(0x15, 0x15, Immediate.NOTHING, TAIL_CALLS);
        ONE_BYTE.set(0xd3, 0xd3, Immediate.NOTHING, GC);
        ONE_BYTE.set(0xd4, 0xd6, Immediate.NOTHING, FUNCTION_REFERENCES);
        ONE_BYTE.set(0xe0, 0xe6, Immediate.NOTHING, STACK_SWITCHING);
        ONE_BYTE.set(0xfb, 0xfb, Immediate.NOTHING, GC);
        ONE_BYTE.set(VECTOR, VECTOR, Immediate.PREFIX, null);
        ONE_BYTE.set(0xfe, 0xfe, Immediate.NOTHING, THREADS);
    }
}
