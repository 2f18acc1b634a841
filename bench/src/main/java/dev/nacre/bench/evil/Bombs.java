package dev.nacre.bench.evil;

import static dev.nacre.bench.evil.Binary.bytes;
import static dev.nacre.bench.evil.Binary.component;
import static dev.nacre.bench.evil.Binary.constant;
import static dev.nacre.bench.evil.Binary.join;
import static dev.nacre.bench.evil.Binary.module;
import static dev.nacre.bench.evil.Binary.name;
import static dev.nacre.bench.evil.Binary.number;
import static dev.nacre.bench.evil.Binary.repeat;
import static dev.nacre.bench.evil.Binary.section;
import static dev.nacre.bench.evil.Binary.signed;
import static dev.nacre.bench.evil.Binary.vector;

/** Components that are small or well-formed, and cost much time or memory to whoever reads them without a bound. */
final class Bombs {
    private static final long MOST = 0xffff_ffffL;
    private static final int I32 = 0x7f;
    private static final byte[] GET_0 = bytes(0x20, 0);
    private static final byte[] NOTHING_TO_NOTHING = bytes(0x60, 0, 0);

    private Bombs() {}

    /** A core module's section that says it has four billion items, and has none. */
    static byte[] countOfSection(int section) {
        return WrittenGuest.around(module(vector(section, MOST)));
    }

    /** A component's section that says so. */
    static byte[] countOfComponentSection(int section) {
        return component(vector(section, MOST));
    }

    /** Blocks inside blocks. */
    static byte[] blocks(int depth) {
        return WrittenGuest.of(1, join(repeat(depth, bytes(0x02, 0x40)), repeat(depth, bytes(0x0b)), GET_0), 1);
    }

    /** One long function. */
    static byte[] body(int length) {
        return WrittenGuest.straight(length / 3, bytes(0x41, 0, 0x1a), 1);
    }

    /** Many functions that do little. */
    static byte[] functions(int count) {
        return WrittenGuest.of(count, GET_0, 1);
    }

    /** Functions under every cap, too many and too long to be compiled in a second. */
    static byte[] code(int functions, int steps) {
        byte[] step = bytes(0x20, 0, 0x41, 3, 0x6a, 0x21, 0);
        return WrittenGuest.of(functions, join(repeat(steps, step), GET_0), 1);
    }

    /** A table of branches with as many targets. */
    static byte[] branches(int targets) {
        return WrittenGuest.of(
                1,
                join(bytes(0x02, 0x40), GET_0, bytes(0x0e), number(targets), new byte[targets + 1], bytes(0x0b), GET_0),
                1);
    }

    /** Tables of branches, each below its cap. */
    static byte[] tablesOfBranches(int functions, int targets) {
        return WrittenGuest.of(
                functions,
                join(bytes(0x02, 0x40), GET_0, bytes(0x0e), number(targets), new byte[targets + 1], bytes(0x0b), GET_0),
                1);
    }

    /** A function with as many locals in a few bytes. */
    static byte[] locals(long count) {
        return WrittenGuest.of(1, join(bytes(1), number(count), bytes(I32)), GET_0, 1);
    }

    /** Many types of core functions. */
    static byte[] types(int count) {
        return WrittenGuest.around(module(vector(1, count, repeat(count, NOTHING_TO_NOTHING))));
    }

    /** A core function with many results. */
    static byte[] results(int count) {
        return WrittenGuest.around(module(vector(1, 1, bytes(0x60, 0), number(count), repeat(count, bytes(I32)))));
    }

    /** Many globals. */
    static byte[] globals(int count) {
        return WrittenGuest.around(module(vector(6, count, repeat(count, bytes(I32, 0, 0x41, 0, 0x0b)))));
    }

    /** A table that starts with as many elements. */
    static byte[] table(long elements) {
        return WrittenGuest.around(module(vector(4, 1, bytes(0x70, 0), number(elements))));
    }

    /** A name of as many letters. */
    static byte[] export(int letters) {
        return WrittenGuest.around(module(
                vector(1, 1, NOTHING_TO_NOTHING),
                vector(3, 1, bytes(0)),
                vector(7, 1, name("x".repeat(letters)), bytes(0, 0)),
                vector(10, 1, bytes(2, 0, 0x0b))));
    }

    /** Components inside components. */
    static byte[] components(int depth) {
        byte[] inner = component();
        for (int level = 0; level < depth; level++) {
            inner = component(section(4, inner));
        }
        return inner;
    }

    /** Components whose types double at every level: {@code tuple<t, t>} over {@code tuple<t, t>}. */
    static byte[] doublingTypes(int levels) {
        byte[] types = bytes(0x6f, 2, 0x7a, 0x7a);
        for (int level = 0; level < levels; level++) {
            types = join(types, bytes(0x6f, 2), signed(level), signed(level));
        }
        return component(vector(7, levels + 1L, types));
    }

    /** Lists of lists. */
    static byte[] nestedLists(int depth) {
        byte[] types = bytes(0x70, 0x7d);
        for (int level = 0; level < depth; level++) {
            types = join(types, bytes(0x70), signed(level));
        }
        return component(vector(7, depth + 1L, types));
    }

    /** Many core modules. */
    static byte[] modules(int count) {
        return component(repeat(count, section(1, module())));
    }

    /** As many instances of a core module with a memory, in one component. */
    static byte[] instances(int count, int pages) {
        byte[] module = module(
                vector(1, 1, bytes(0x60, 1, I32, 1, I32)),
                vector(3, 1, bytes(0)),
                vector(5, 1, bytes(0), number(pages)),
                vector(7, 1, name("run"), bytes(0, 0)),
                vector(10, 1, bytes(4, 0, 0x20, 0, 0x0b)));
        byte[] one = WrittenGuest.around(module);
        byte[] more = vector(2, count, repeat(count, bytes(0, 0, 0)));
        return join(one, more);
    }

    /** A component of as many bytes, most of them in a custom section. */
    static byte[] padding(int length) {
        return component(section(0, name("padding"), new byte[length]));
    }

    /** Fills memory in a straight line: there is no loop in which to look at the clock. */
    static byte[] fills(int times, int pages) {
        return WrittenGuest.straight(
                times, join(constant(0), constant(1), constant(pages << 16), bytes(0xfc, 0x0b, 0)), pages);
    }

    /** Copies memory in a straight line. */
    static byte[] copies(int times, int pages) {
        int half = pages << 15;
        return WrittenGuest.straight(
                times, join(constant(0), constant(half), constant(half), bytes(0xfc, 0x0a, 0, 0)), pages);
    }
}
