package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.componentType;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.hostile.CoreBombs.repeated;
import static dev.nacre.engine.hostile.CoreBombs.times;

import dev.nacre.engine.binary.ComponentBytes;
import dev.nacre.testkit.Seeds;
import java.util.LinkedHashMap;
import java.util.Map;

/** Components whose own structure costs far more than its bytes, in one way each. */
final class ComponentBombs {
    private static final int MANY = Seeds.count(1 << 18, 1 << 20);
    private static final byte[] EMPTY_MODULE = bytes(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    private static final int U8 = 0x7d;

    private ComponentBombs() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        bombs.put("a count of definitions and no definitions", component(section(7, leb(0xffff_ffffL))));
        bombs.put("components in components", nested(10_000));
        bombs.put("components beside components", component(repeated(100_000, section(4, component()))));
        bombs.put("core modules", component(repeated(100_000, coreModule(EMPTY_MODULE))));
        bombs.put("instances", component(section(4, component()), section(5, times(MANY, i -> bytes(0, 0, 0)))));
        bombs.put("instances that double", doubling(40));
        bombs.put("types that double", doublingTypes(200));
        bombs.put("an instance type that doubles", doublingInstanceTypes(100));
        bombs.put("types in types", component(section(7, deepList(90))));
        bombs.put("lists of lists", component(section(7, times(100_000, ComponentBombs::listOfTheLast))));
        bombs.put("aliases of aliases", aliases(300_000));
        bombs.put("types of nothing", component(section(7, times(200_000, i -> bytes(0x42, 0)))));
        bombs.put("type definitions", component(section(7, times(MANY, i -> bytes(U8)))));
        bombs.put("fields of a record", component(section(7, bytes(1, 0x72), times(MANY / 4, ComponentBombs::field))));
        bombs.put("cases of an enum", component(section(7, bytes(1, 0x6d), times(MANY / 4, i -> name("a" + i)))));
        bombs.put(
                "a wide function type",
                component(section(7, bytes(1, 0x40), times(MANY / 4, ComponentBombs::field), bytes(1, 0))));
        bombs.put("imports of functions", imports(100_000));
        bombs.put("exports of one type", exports(100_000));
        bombs.put(
                "a name of one MiB",
                component(section(7, bytes(1, 0x42, 0)), importItem("n".repeat(MANY), bytes(5, 0))));
        bombs.put(
                "a name with many parts",
                component(section(7, bytes(1, 0x42, 0)), importItem("a" + "-a".repeat(500), bytes(5, 0))));
        bombs.put("names of custom sections", component(repeated(MANY, section(0, name("x")))));
        bombs.put("sections of nothing", component(repeated(4 * MANY, bytes(7, 1, 0))));
        bombs.put("wide component types", component(section(7, times(2_000, i -> wideType(300)))));
        return bombs;
    }

    private static byte[] nested(int depth) {
        byte[] inner = component();
        for (int i = 0; i < depth && inner.length < 200_000; i++) {
            inner = component(section(4, inner));
        }
        return inner;
    }

    /** Each component instantiates the one before it twice. */
    private static byte[] doubling(int levels) {
        byte[] sections = section(4, component());
        for (int i = 0; i < levels; i++) {
            byte[] outer = section(6, bytes(1, 4, 2, 1, i));
            byte[] twice = section(5, times(2, n -> bytes(0, 0, 0)));
            sections = join(sections, section(4, component(outer, twice)));
        }
        return component(sections, section(5, bytes(1, 0, levels, 0)));
    }

    /** Each type is a pair of the one before it. */
    private static byte[] doublingTypes(int levels) {
        byte[] first = bytes(U8);
        return component(section(
                7, times(levels, i -> i == 0 ? first : join(bytes(0x6f, 2), index(i - 1), index(i - 1)))));
    }

    /** Each instance type exports two of the one before it. */
    private static byte[] doublingInstanceTypes(int levels) {
        byte[] all = section(7, bytes(1), instanceType());
        for (int i = 0; i < levels; i++) {
            byte[] before = bytes(2, 3, 2, 1, i);
            byte[] twice =
                    instanceType(before, exportDeclaration("a", bytes(5, 0)), exportDeclaration("b", bytes(5, 0)));
            all = join(all, section(7, bytes(1), twice));
        }
        return component(all, importItem("bomb", join(bytes(5), leb(levels))));
    }

    private static byte[] deepList(int levels) {
        byte[] type = instanceType();
        for (int i = 0; i < levels; i++) {
            type = componentType(join(bytes(1), type));
        }
        return join(bytes(1), type);
    }

    private static byte[] listOfTheLast(int number) {
        return number == 0 ? bytes(U8) : join(bytes(0x70), index(number - 1));
    }

    /** A type index where a value type is used. */
    private static byte[] index(int index) {
        int rest = index;
        byte[] written = {};
        while (rest > 0x3f) {
            written = join(written, bytes((rest & 0x7f) | 0x80));
            rest >>= 7;
        }
        return join(written, bytes(rest));
    }

    private static byte[] aliases(int count) {
        byte[] inner = section(6, times(count, i -> bytes(3, 2, 1, 0)));
        return component(section(7, bytes(1, U8)), section(4, component(inner)));
    }

    private static byte[] field(int number) {
        return join(name("a" + number), bytes(U8));
    }

    private static byte[] imports(int count) {
        byte[] imports = times(count, i -> join(ComponentBytes.externName("a" + i), bytes(1, 0)));
        return component(section(7, bytes(1, 0x40, 0, 1, 0)), section(10, imports));
    }

    private static byte[] exports(int count) {
        byte[] exports = times(count, i -> join(ComponentBytes.externName("a" + i), bytes(3, 0, 0)));
        return component(section(7, bytes(1, U8)), section(11, exports));
    }

    private static byte[] wideType(int exports) {
        byte[][] declarations = new byte[exports + 1][];
        declarations[0] = bytes(1, 0x40, 0, 1, 0);
        for (int i = 0; i < exports; i++) {
            declarations[i + 1] = exportDeclaration("a" + i, bytes(1, 0));
        }
        return componentType(declarations);
    }
}
