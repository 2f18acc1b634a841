package dev.nacre.engine.core;

import static dev.nacre.engine.core.Wasm.NOTHING_TYPE;
import static dev.nacre.engine.core.Wasm.body;
import static dev.nacre.engine.core.Wasm.bytes;
import static dev.nacre.engine.core.Wasm.join;
import static dev.nacre.engine.core.Wasm.leb;
import static dev.nacre.engine.core.Wasm.module;
import static dev.nacre.engine.core.Wasm.moduleWithCode;
import static dev.nacre.engine.core.Wasm.name;
import static dev.nacre.engine.core.Wasm.section;
import static dev.nacre.engine.core.Wasm.sized;
import static dev.nacre.engine.core.Wasm.times;
import static dev.nacre.engine.core.Wasm.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Each cap lets the allowed number in, and refuses one more. */
class CoreCapsTest {
    private static final byte[] TYPE = section(1, vector(NOTHING_TYPE));

    @Test
    void capsTypes() {
        caps(Setting.TYPES, 3, "section 'type'", count -> module(section(1, times(count, NOTHING_TYPE))));
    }

    @Test
    void capsTypesTimesFunctions() {
        caps(
                Setting.TYPE_FUNCTION_PAIRS,
                3,
                "section 'function'",
                count -> module(TYPE, section(3, times(count, leb(0))), section(10, times(count, body()))));
    }

    @Test
    void capsParametersAndResults() {
        caps(
                Setting.PARAMETERS,
                3,
                "section 'type'",
                count -> module(section(1, vector(join(bytes(0x60), times(count, bytes(0x7f)), bytes(0))))));
        caps(
                Setting.RESULTS,
                3,
                "section 'type'",
                count -> module(section(1, vector(join(bytes(0x60, 0), times(count, bytes(0x7f)))))));
    }

    @Test
    void capsImportsAndExports() {
        byte[] imported = join(name("m"), name("n"), bytes(0, 0));

        caps(Setting.IMPORTS, 3, "section 'import'", count -> module(TYPE, section(2, times(count, imported))));
        caps(Setting.EXPORTS, 3, "section 'export'", CoreCapsTest::exports);
    }

    @Test
    void capsFunctionsImportedOnesIncluded() {
        byte[] imported = section(2, vector(join(name("m"), name("n"), bytes(0, 0))));

        caps(
                Setting.FUNCTIONS,
                3,
                "section 'function'",
                count -> module(
                        TYPE, imported, section(3, times(count - 1, leb(0))), section(10, times(count - 1, body()))));
    }

    @Test
    void capsBodies() {
        caps(Setting.BODY_BYTES, 5, "function 0", size -> moduleWithCode(new int[size - 2]));
    }

    @Test
    void capsLocalsOfOneFunctionAndOfAll() {
        caps(
                Setting.FUNCTION_LOCALS,
                4,
                "function 0",
                count -> module(TYPE, section(3, vector(leb(0))), section(10, vector(locals(1, count - 1)))));
        caps(
                Setting.LOCALS,
                4,
                "function 1",
                count -> module(
                        TYPE,
                        section(3, vector(leb(0), leb(0))),
                        section(10, vector(locals(1, 1), locals(1, count - 3)))));
    }

    @Test
    void countsLocalsWithoutOverflow() {
        byte[] huge = module(TYPE, section(3, vector(leb(0))), section(10, vector(locals(0xffff_ffffL, 0xffff_ffffL))));

        assertThatThrownBy(() -> read(huge, Limits.sandbox())).hasMessageContaining("too many locals: 8589934590");
    }

    @Test
    void capsBranchTargetsOfOneTableAndOfAll() {
        caps(Setting.BRANCH_TARGETS, 3, "function 0", count -> moduleWithCode(branchTable(count)));
        caps(
                Setting.ALL_BRANCH_TARGETS,
                5,
                "function 1",
                count -> module(
                        TYPE,
                        section(3, vector(leb(0), leb(0))),
                        section(10, vector(body(branchTable(2)), body(branchTable(count - 2))))));
    }

    @Test
    void capsNesting() {
        caps(Setting.NESTING, 3, "function 0", CoreCapsTest::nested);
    }

    @Test
    void capsGlobalsTagsTablesAndMemories() {
        caps(
                Setting.GLOBALS,
                3,
                "section 'global'",
                count -> module(section(6, times(count, bytes(0x7f, 0, 0x41, 0, 0x0b)))));
        caps(Setting.TAGS, 3, "section 'tag'", count -> module(TYPE, section(13, times(count, bytes(0, 0)))));
        caps(Setting.TABLES, 3, "section 'table'", count -> module(section(4, times(count, bytes(0x70, 0, 1)))));
        caps(Setting.MEMORIES, 0, "section 'memory'", count -> module(section(5, times(count, bytes(0, 1)))));
    }

    @Test
    void capsTableElementsInTablesAndSegments() {
        caps(
                Setting.TABLE_ELEMENTS,
                5,
                "section 'table'",
                count -> module(section(4, vector(bytes(0x70, 0, 2), bytes(0x70, 0, count - 2)))));
        caps(
                Setting.TABLE_ELEMENTS,
                5,
                "section 'element'",
                count -> module(
                        TYPE,
                        section(2, vector(join(name("m"), name("n"), bytes(0, 0)))),
                        section(
                                9,
                                vector(
                                        join(bytes(1, 0), times(2, leb(0))),
                                        join(bytes(1, 0), times(count - 2, leb(0)))))));
    }

    @Test
    void capsSegments() {
        caps(Setting.SEGMENTS, 3, "section 'element'", count -> module(section(9, times(count, bytes(1, 0, 0)))));
        caps(Setting.SEGMENTS, 3, "section 'data'", count -> module(section(11, times(count, bytes(1, 0)))));
        caps(Setting.SEGMENTS, 0, "section 'data count'", count -> module(section(12, leb(count))));
    }

    @Test
    void capsMemory() {
        Limits limits = Limits.sandbox().with(Setting.MEMORY, 3 << 16);

        read(module(section(5, vector(bytes(0, 3)))), limits);

        assertThatThrownBy(() -> read(module(section(5, vector(bytes(0, 4)))), limits))
                .hasMessage("section 'memory' has 262144 bytes of memory, at most 196608 allowed (setting memory)");
    }

    @Test
    void capsNames() {
        caps(Setting.NAME_BYTES, 3, "section 'custom'", count -> module(section(0, name("x".repeat(count)))));
        caps(
                Setting.NAME_BYTES,
                3,
                "section 'export'",
                count -> module(
                        section(5, vector(bytes(0, 0))),
                        section(7, vector(join(name("x".repeat(count)), bytes(2, 0))))));
    }

    @Test
    void namesTheFunctionThatIsTooLarge() {
        byte[] names = section(0, name("name"), bytes(1), sized(vector(join(leb(0), name("sort")))));
        byte[] module = join(moduleWithCode(new int[299_998]), names);

        assertThatThrownBy(() -> read(module, Limits.sandbox()))
                .hasMessage("function 0 'sort' has 300000 bytes of body, at most 262144 allowed (setting body_bytes)");
    }

    private static void caps(Setting cap, int allowed, String subject, IntFunction<byte[]> modules) {
        Limits limits = Limits.specification().with(cap, allowed);

        read(modules.apply(allowed), limits);

        assertThatThrownBy(() -> read(modules.apply(allowed + 1), limits))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.CAP_EXCEEDED))
                .hasMessage(subject + " has " + (allowed + 1) + " " + cap.noun() + ", at most " + allowed
                        + " allowed (setting " + cap.key() + ")");
    }

    private static void read(byte[] module, Limits limits) {
        CoreModuleReader.read(module, 0, module.length, limits);
    }

    private static byte[] exports(int count) {
        byte[][] exports = new byte[count][];
        Arrays.setAll(exports, i -> join(name("e" + i), bytes(2, 0)));
        return module(section(5, vector(bytes(0, 0))), section(7, vector(exports)));
    }

    private static byte[] locals(long first, long second) {
        return sized(bytes(2), leb(first), bytes(0x7f), leb(second), bytes(0x7e, 0x0b));
    }

    private static int[] branchTable(int targets) {
        int[] code = new int[targets + 3];
        code[0] = 0x0e;
        code[1] = targets;
        return code;
    }

    private static byte[] nested(int levels) {
        int[] code = new int[levels * 3];
        Arrays.fill(code, 0x0b);
        for (int i = 0; i < levels; i++) {
            code[2 * i] = 0x02;
            code[2 * i + 1] = 0x40;
        }
        return moduleWithCode(code);
    }
}
