package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.section;

import dev.nacre.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Components with one core module that costs far more than its bytes, in one way each. */
final class CoreBombs {
    private static final byte[] PREAMBLE = bytes(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    private static final byte[] NOTHING = bytes(0x60, 0, 0);
    private static final int END = 0x0b;
    private static final int MANY = Seeds.count(1 << 18, 1 << 20);

    private CoreBombs() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        bombs.put("a count of types and no types", module(section(1, leb(0xffff_ffffL))));
        bombs.put("a count of bodies and no bodies", module(section(10, leb(0x7fff_ffffL))));
        bombs.put("locals of six bytes", code(join(bytes(1), leb(0xffff_ffffL), bytes(0x7f, END))));
        bombs.put("many groups of locals", code(join(times(60_000, i -> bytes(1, 0x7f)), bytes(END))));
        bombs.put("locals in many functions", bodies(9_000, join(bytes(1), leb(2_000), bytes(0x7f, END))));
        bombs.put("types", module(section(1, times(MANY, i -> NOTHING))));
        bombs.put("types and functions", typesAndFunctions());
        bombs.put("parameters", module(section(1, bytes(1, 0x60), times(MANY, i -> bytes(0x7f)), bytes(0))));
        bombs.put("functions", bodies(1_000_000, bytes(0, END)));
        bombs.put("functions below the cap", bodies(9_999, bytes(0, END)));
        bombs.put("one body", code(join(bytes(0), repeated(4 * MANY, 0x01), bytes(END))));
        bombs.put("one body below the cap", code(join(bytes(0), repeated((256 << 10) - 10, 0x01), bytes(END))));
        bombs.put("blocks in blocks", code(join(bytes(0), blocks(100_000), bytes(END))));
        bombs.put("blocks in blocks below the cap", code(join(bytes(0), blocks(999), bytes(END))));
        bombs.put("a large br_table", code(brTables(1, 100_000)));
        bombs.put("a count of branches and no branches", code(join(bytes(0, 0x41, 0, 0x0e), leb(0xffff_ffffL))));
        bombs.put("many br_tables", bodies(200, brTables(4, 4_000)));
        bombs.put("code without a branch", bodies(100, unrolled(20_000)));
        bombs.put("imports", module(section(1, bytes(1), NOTHING), section(2, times(MANY / 4, CoreBombs::imported))));
        bombs.put("exports", exporting(200_000));
        bombs.put("a long name", module(section(1, bytes(1), NOTHING), section(2, bytes(1), name("n".repeat(MANY)))));
        bombs.put("a count of bytes and no name", module(section(2, bytes(1), leb(0xffff_ffffL))));
        bombs.put("custom sections", module(repeated(MANY, section(0, name("")))));
        bombs.put("sections again", module(repeated(MANY, section(1, bytes(0)))));
        bombs.put("globals", module(section(6, times(MANY, i -> bytes(0x7f, 0, 0x41, 0, END)))));
        bombs.put("a large table", module(section(4, bytes(1, 0x70, 0), leb(0xffff_ffffL))));
        bombs.put("tables", module(section(4, times(MANY, i -> bytes(0x70, 0, 0)))));
        bombs.put("a large memory", module(section(5, bytes(1, 0), leb(65_536))));
        bombs.put("data segments", module(section(5, bytes(1, 0, 1)), section(11, times(MANY, i -> bytes(1, 0)))));
        bombs.put("element segments", module(section(9, times(MANY, i -> bytes(1, 0, 0)))));
        return bombs;
    }

    private static byte[] module(byte[]... sections) {
        return component(coreModule(join(PREAMBLE, join(sections))));
    }

    private static byte[] code(byte[] body) {
        return bodies(1, body);
    }

    private static byte[] bodies(int count, byte[] body) {
        byte[] sized = join(leb(body.length), body);
        return module(
                section(1, bytes(1), NOTHING),
                section(3, times(count, i -> bytes(0))),
                section(10, times(count, i -> sized)));
    }

    private static byte[] typesAndFunctions() {
        return module(
                section(1, times(1_999, CoreBombs::distinctType)),
                section(3, times(9_999, i -> leb(i % 1_999))),
                section(10, times(9_999, i -> bytes(2, 0, END))));
    }

    /** A function type that no other number has. */
    private static byte[] distinctType(int number) {
        byte[] parameters = times(11, bit -> bytes((number >> bit & 1) == 0 ? 0x7f : 0x7e));
        return join(bytes(0x60), parameters, bytes(0));
    }

    private static byte[] blocks(int depth) {
        return join(repeated(depth, bytes(0x02, 0x40)), repeated(depth, END));
    }

    private static byte[] brTables(int count, int targets) {
        byte[] table = join(bytes(0x41, 0, 0x0e), times(targets, i -> bytes(0)), bytes(0));
        return join(bytes(0), repeated(count, table), bytes(END));
    }

    private static byte[] unrolled(int steps) {
        return join(bytes(1, 1, 0x7f), repeated(steps, bytes(0x20, 0, 0x41, 3, 0x6a, 0x21, 0)), bytes(END));
    }

    private static byte[] imported(int number) {
        return join(name("m"), name("f" + number), bytes(0, 0));
    }

    private static byte[] exporting(int count) {
        return module(
                section(1, bytes(1), NOTHING),
                section(3, bytes(1, 0)),
                section(7, times(count, i -> join(name("f" + i), bytes(0, 0)))),
                section(10, bytes(1, 2, 0, END)));
    }

    /** A vector of items, each made of its number. */
    static byte[] times(int count, IntFunction<byte[]> item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(leb(count));
        for (int i = 0; i < count; i++) {
            out.writeBytes(item.apply(i));
        }
        return out.toByteArray();
    }

    static byte[] repeated(int count, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] repeated(int count, int single) {
        return repeated(count, bytes(single));
    }
}
