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
import static dev.nacre.engine.core.Wasm.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreModuleReaderTest {
    private static final byte[] TYPES = section(1, vector(NOTHING_TYPE, bytes(0x60, 1, 0x7f, 1, 0x7e)));
    private static final byte[] ONE_FUNCTION = section(3, vector(leb(0)));
    private static final byte[] MEMORY = section(5, vector(bytes(0, 1)));
    private static final byte[] TABLE = section(4, vector(bytes(0x70, 0, 2)));

    @Test
    void readsTheEmptyModule() {
        CoreModule module = read(module());

        assertThat(module.type()).isEqualTo(new CoreModuleType(List.of(), List.of()));
        assertThat(module.layout().types()).isEmpty();
        assertThat(module.layout().data().active()).isEmpty();
    }

    @Test
    void readsImportsOfEveryKind() {
        byte[] module = module(
                TYPES,
                section(
                        2,
                        vector(
                                join(name("m"), name("f"), bytes(0, 1)),
                                join(name("m"), name("t"), bytes(1, 0x70, 1, 2, 3)),
                                join(name("m"), name("mem"), bytes(2, 0, 1)),
                                join(name("m"), name("g"), bytes(3, 0x7d, 1)),
                                join(name(""), name("e"), bytes(4, 0, 0)))));

        CoreModule read = CoreModuleReader.read(module, 0, module.length, Limits.specification());

        CoreFunctionType function = new CoreFunctionType(List.of(CoreValueType.I32), List.of(CoreValueType.I64));
        assertThat(read.functionTypes()).containsExactly(function);
        assertThat(read.type().imports())
                .containsExactly(
                        new CoreModuleType.Import("m", "f", new CoreExternType.Function(function)),
                        new CoreModuleType.Import(
                                "m",
                                "t",
                                new CoreExternType.Table(CoreValueType.FUNCREF, new CoreLimits(2, OptionalLong.of(3)))),
                        new CoreModuleType.Import(
                                "m",
                                "mem",
                                new CoreExternType.Memory(new CoreLimits(1, OptionalLong.empty()), false, false)),
                        new CoreModuleType.Import("m", "g", new CoreExternType.Global(CoreValueType.F32, true)),
                        new CoreModuleType.Import(
                                "", "e", new CoreExternType.Tag(new CoreFunctionType(List.of(), List.of()))));
        assertThat(read.ownTables()).isEmpty();
        assertThat(read.ownMemories()).isEmpty();
    }

    @Test
    void readsExportsWithTheirIndices() {
        CoreModule module = read(module(
                TYPES,
                section(2, vector(join(name("m"), name("f"), bytes(0, 1)))),
                ONE_FUNCTION,
                TABLE,
                MEMORY,
                section(
                        7,
                        vector(
                                join(name("own"), bytes(0, 1)),
                                join(name("imported"), bytes(0, 0)),
                                join(name("memory"), bytes(2, 0)),
                                join(name("table"), bytes(1, 0)))),
                section(8, leb(1)),
                section(10, vector(body()))));

        assertThat(module.exports()).containsExactly(1, 0, 0, 0);
        assertThat(module.type().exports())
                .extracting(CoreModuleType.Export::name)
                .containsExactly("own", "imported", "memory", "table");
        assertThat(module.start()).isEqualTo(OptionalInt.of(1));
        assertThat(module.ownTables()).hasSize(1);
        assertThat(module.ownMemories()).hasSize(1);
        assertThat(module.bodySizes()).containsExactly(2);
    }

    @Test
    void readsFromAnyOffset() {
        byte[] module = moduleWithCode(0x01);
        byte[] padded = join(new byte[5], module, new byte[7]);

        CoreModule read = CoreModuleReader.read(padded, 5, module.length, Limits.sandbox());

        assertThat(read.bodySizes()).containsExactly(3);
    }

    @Test
    void readsNoBodiesThatAreKnown() {
        byte[] damaged = moduleWithCode(0x06);
        BodyMeasures known = new BodyMeasures(Map.of(Setting.NESTING, 3L), Set.of(CoreFeature.MULTI_VALUE));

        CoreModule read = CoreModuleReader.read(damaged, 0, damaged.length, Limits.sandbox(), known);

        assertThat(read.bodySizes()).containsExactly(3);
        assertThat(read.bodies().most()).containsEntry(Setting.NESTING, 3L).containsEntry(Setting.BODY_BYTES, 3L);
        assertThat(read.features()).containsExactly(CoreFeature.MULTI_VALUE);
        assertThatThrownBy(() -> read(damaged)).isInstanceOf(EngineException.class);
    }

    @Test
    void measuresBodies() {
        byte[] locals = sized(bytes(2, 3, 0x7f, 4, 0x7e), bytes(0x02, 0x40, 0x02, 0x40, 0x0b, 0x0b, 0x0b));
        byte[] table = body(0x02, 0x40, 0x41, 0, 0x0e, 2, 0, 0, 0, 0x0b);
        CoreModule module = read(module(
                section(1, vector(NOTHING_TYPE)),
                section(3, vector(leb(0), leb(0), leb(0))),
                section(10, vector(locals, table, table))));

        assertThat(module.bodies().most())
                .isEqualTo(Map.of(
                        Setting.BODY_BYTES, 12L,
                        Setting.FUNCTION_LOCALS, 7L,
                        Setting.LOCALS, 7L,
                        Setting.NESTING, 2L,
                        Setting.BRANCH_TARGETS, 2L,
                        Setting.ALL_BRANCH_TARGETS, 4L));
        assertThat(module.bodies().fit(Limits.sandbox())).isTrue();
        module.bodies()
                .most()
                .forEach((setting, most) -> assertThat(
                                module.bodies().fit(Limits.sandbox().with(setting, most - 1)))
                        .as(setting.key())
                        .isFalse());
    }

    @Test
    void recognisesShimsAndFixups() {
        byte[] types = section(1, vector(bytes(0x60, 2, 0x7f, 0x7e, 1, 0x7f), NOTHING_TYPE));
        CoreModule shim = read(module(
                types,
                section(3, vector(leb(0), leb(1), leb(0))),
                TABLE,
                section(
                        10,
                        vector(
                                body(0x20, 0, 0x20, 1, 0x41, 7, 0x11, 0, 0),
                                body(0x41, 1, 0x11, 1, 0),
                                body(0x20, 1, 0x20, 0, 0x41, 7, 0x11, 1, 0)))));
        CoreModule fixup = read(module(
                types,
                section(
                        2,
                        vector(
                                join(name(""), name("0"), bytes(0, 0)),
                                join(name(""), name("t"), bytes(1, 0x70, 0, 1)))),
                section(9, vector(join(bytes(0, 0x41, 4, 0x0b), vector(leb(0)))))));

        assertThat(shim.forwards()).containsExactly(new CoreModule.Forward(0, 0, 7), new CoreModule.Forward(1, 0, 1));
        assertThat(fixup.activeElements()).containsExactly(new CoreModule.ActiveElement(0, 4, List.of(0)));
    }

    @Test
    void readsElementSegmentsOfEveryKind() {
        byte[] reference = bytes(0xd2, 0, 0x0b);
        CoreModule module = read(module(
                TYPES,
                ONE_FUNCTION,
                TABLE,
                section(
                        9,
                        vector(
                                bytes(0, 0x41, 0, 0x0b, 1, 0),
                                bytes(1, 0, 1, 0),
                                bytes(2, 0, 0x41, 1, 0x0b, 0, 1, 0),
                                bytes(3, 0, 1, 0),
                                join(bytes(4, 0x41, 1, 0x0b), vector(reference)),
                                join(bytes(5, 0x70), vector(reference)),
                                join(bytes(6, 0, 0x41, 1, 0x0b, 0x70), vector(bytes(0xd0, 0x70, 0x0b))),
                                join(bytes(7, 0x70), vector(reference)))),
                section(10, vector(body()))));

        assertThat(module.activeElements())
                .containsExactly(
                        new CoreModule.ActiveElement(0, 0, List.of(0)),
                        new CoreModule.ActiveElement(0, 1, List.of(0)),
                        new CoreModule.ActiveElement(0, 1, List.of(0)));
    }

    @Test
    void readsEveryInstructionOfTheFirstVersion() {
        int[] numeric = new int[0xc4 - 0x45 + 1];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = 0x45 + i;
        }

        assertThat(read(moduleWithCode(numeric)).bodySizes()).containsExactly(numeric.length + 2);
        assertThat(read(moduleWithCode(
                                0x02, 0x40, 0x03, 0x7f, 0x04, 0x40, 0x0c, 2, 0x05, 0x0d, 3, 0x0b, 0x0b, 0x0e, 2, 0, 1,
                                0, 0x0b, 0x10, 0, 0x41, 0x7f, 0x42, 0, 0x43, 0, 0, 0, 0, 0x44, 0, 0, 0, 0, 0, 0, 0, 0,
                                0x1a, 0x1b, 0x0f))
                        .features())
                .isEmpty();
    }

    @Test
    void rejectsBrokenStructure() {
        malformed("preamble at byte 0x4: expected a core module of version 1", bytes(0, 0x61, 0x73, 0x6d, 2, 0, 0, 0));
        malformed("unexpected end", new byte[0]);
        malformed("unknown section 14", module(section(14)));
        malformed("the section comes twice or too late", module(TYPES, TYPES));
        malformed("the section comes twice or too late", module(MEMORY, TYPES));
        malformed("section of 3 bytes is longer than the 1 bytes left", module(bytes(1, 3, 0)));
        malformed("section has 1 bytes too many", module(section(1, vector(), bytes(0))));
        malformed("expected 1 bodies, found no code section", module(TYPES, ONE_FUNCTION));
        malformed("expected 0 bodies, found 1", module(section(10, vector(body()))));
        malformed("name is not UTF-8", module(section(0, sized(bytes(0xff)))));
        malformed("body has 1 bytes too many", moduleWithCode(0x0b));
        malformed("else without if", moduleWithCode(0x02, 0x40, 0x05, 0x0b));
        malformed("else without if", moduleWithCode(0x04, 0x40, 0x05, 0x05, 0x0b));
        malformed("unexpected end", moduleWithCode(0x02, 0x40));
        malformed("unknown instruction 0xff", moduleWithCode(0xff));
        malformed("unknown instruction 0xfc", moduleWithCode(0xfc, 18));
        malformed("unknown block type -65", moduleWithCode(0x02, 0xbf, 0x7f, 0x0b));
        malformed("unknown block type -1", moduleWithCode(0x02, 0xff, 0x7f, 0x0b));
        malformed("expected 1 data segments, found no data section", module(section(12, leb(1))));
        malformed(
                "expected 2 data segments as announced, found 1",
                module(section(12, leb(2)), section(11, vector(bytes(1, 0)))));
        malformed("data segment used without data count section", moduleWithCode(0xfc, 9, 0));
        malformed("unknown limits 0x10", module(section(5, vector(bytes(16, 1)))));
        malformed("expected mutability 0 or 1, found 4", module(section(6, vector(bytes(0x7f, 4, 0x41, 0, 0x0b)))));
        malformed("unknown instruction 0xf3", module(section(6, vector(bytes(0x7f, 0, 0xf3, 0x0b)))));
        malformed("unknown alignment 128", moduleWithMemory(0x28, 0x80, 1, 0));
        malformed(
                "integer is longer than 64 bits",
                moduleWithMemory(0x28, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2));
    }

    private static byte[] moduleWithMemory(int... code) {
        return module(section(1, vector(NOTHING_TYPE)), ONE_FUNCTION, MEMORY, section(10, vector(body(code))));
    }

    @Test
    void tellsTooManyLocalsForTheFormatFromTooManyForUs() {
        byte[] most = join(leb(0xffff_ffffL), bytes(0x7f));

        malformed("too many locals: 4294967296", withLocals(vector(most, bytes(1, 0x7f))));
        rejects(ErrorCode.CAP_EXCEEDED, "has 4294967295 locals", withLocals(vector(most)));
    }

    private static byte[] withLocals(byte[] groups) {
        return module(TYPES, ONE_FUNCTION, section(10, vector(sized(groups, bytes(0x0b)))));
    }

    @Test
    void rejectsConstantExpressionsOfAnotherType() {
        invalid("expected [I32], found [I64]", module(section(6, vector(bytes(0x7f, 0, 0x42, 0, 0x0b)))));
        invalid("expected [I32], found []", module(section(6, vector(bytes(0x7f, 0, 0x0b)))));
        invalid("expected [I32], found [I32, I32]", module(section(6, vector(bytes(0x7f, 0, 0x41, 0, 0x41, 0, 0x0b)))));
        invalid("expected [FUNCREF], found [EXTERNREF]", module(section(6, vector(bytes(0x70, 0, 0xd0, 0x6f, 0x0b)))));
        invalid(
                "expected [I32, I32], found [I64, I32]",
                module(MEMORY, section(11, vector(bytes(0, 0x42, 0, 0x41, 0, 0x6b, 0x0b, 0)))));
        invalid("expected [I32, I32], found [I32]", module(section(6, vector(bytes(0x7f, 0, 0x41, 0, 0x6a, 0x0b)))));
        invalid(
                "expected [I32], found [F32]",
                module(MEMORY, section(11, vector(bytes(0, 0x43, 0, 0, 0, 0, 0x0b, 0)))));
        read(module(section(6, vector(bytes(0x7e, 0, 0x42, 1, 0x42, 2, 0x7e, 0x0b)))));
    }

    @Test
    void rejectsElementsOfAnotherTypeThanTheirTable() {
        byte[] externs = section(4, vector(bytes(0x6f, 0, 2)));
        byte[] offset = bytes(0x41, 0, 0x0b);

        invalid(
                "expected elements of type EXTERNREF, found FUNCREF",
                module(externs, section(9, vector(join(bytes(0), offset, bytes(0))))));
        invalid(
                "expected elements of type FUNCREF, found EXTERNREF",
                module(TABLE, section(9, vector(join(bytes(6, 0), offset, bytes(0x6f, 0))))));
        invalid(
                "expected [EXTERNREF], found [FUNCREF]",
                module(section(9, vector(bytes(5, 0x6f, 1, 0xd0, 0x70, 0x0b)))));
        read(module(externs, section(9, vector(join(bytes(6, 0), offset, bytes(0x6f, 1, 0xd0, 0x6f, 0x0b))))));
    }

    @Test
    void rejectsIndicesThatPointNowhere() {
        invalid("unknown type 2, there are 2", module(TYPES, section(3, vector(leb(2)))));
        invalid("unknown type 0, there are 0", module(section(2, vector(join(name(""), name(""), bytes(0, 0))))));
        invalid("unknown function 1, there are 1", moduleWithCode(0x10, 1));
        invalid("unknown local 0, there are 0", moduleWithCode(0x20, 0));
        invalid("unknown global 0, there are 0", moduleWithCode(0x23, 0));
        invalid("unknown table 0, there are 0", moduleWithCode(0x11, 0, 0));
        invalid("unknown type 9, there are 1", moduleWithCode(0x11, 9, 0));
        invalid("unknown memory 0, there are 0", moduleWithCode(0x28, 0, 0));
        invalid("unknown memory 0, there are 0", moduleWithCode(0xfc, 11, 0));
        invalid("unknown label 2, there are 2", moduleWithCode(0x02, 0x40, 0x0c, 2, 0x0b));
        invalid("unknown label 1, there are 1", moduleWithCode(0x0e, 1, 0, 1));
        invalid("unknown type 1, there are 1", moduleWithCode(0x02, 1, 0x0b));
        invalid("unknown element segment 0, there are 0", moduleWithCode(0xfc, 13, 0));
        invalid("unknown memory 0, there are 0", module(section(11, vector(bytes(0, 0x41, 0, 0x0b, 0)))));
        invalid("unknown table 0, there are 0", module(section(9, vector(bytes(0, 0x41, 0, 0x0b, 0)))));
        invalid("unknown function 0, there are 0", module(section(8, leb(0))));
        invalid("unknown function 0, there are 0", module(section(7, vector(join(name("f"), bytes(0, 0))))));
    }

    @Test
    void rejectsWhatValidationForbidsOutsideOfTypes() {
        byte[] twice = vector(join(name("x"), bytes(2, 0)), join(name("x"), bytes(2, 0)));

        invalid("duplicate export 'x'", module(MEMORY, section(7, twice)));
        invalid("undeclared reference to function 0", moduleWithCode(0xd2, 0, 0x1a));
        invalid(
                "the start function takes or gives values",
                module(TYPES, section(3, vector(leb(1))), section(8, leb(0))));
        invalid("minimum 3 exceeds maximum 2", module(section(5, vector(bytes(1, 3, 2)))));
        invalid("limits exceed 65536 pages", module(section(5, vector(join(bytes(0), leb(65_537))))));
        invalid("limits exceed 65536 pages", module(section(5, vector(join(bytes(0), leb(1L << 32))))));
        invalid("limits exceed 4294967295 elements", module(section(4, vector(join(bytes(0x70, 0), leb(1L << 32))))));
        invalid("offset out of range: 4294967296", moduleWithMemory(0x28, 2, 0x80, 0x80, 0x80, 0x80, 0x10));
        invalid(
                "constant expression reads mutable global 0",
                module(section(6, vector(bytes(0x7f, 1, 0x41, 0, 0x0b), bytes(0x7f, 0, 0x23, 0, 0x0b)))));
        invalid(
                "instruction 0x45 is not allowed in a constant expression",
                module(section(6, vector(bytes(0x7f, 0, 0x41, 0, 0x45, 0x0b)))));
        invalid(
                "global 0 cannot be changed",
                module(
                        section(1, vector(NOTHING_TYPE)),
                        ONE_FUNCTION,
                        section(6, vector(bytes(0x7f, 0, 0x41, 0, 0x0b))),
                        section(10, vector(body(0x41, 0, 0x24, 0)))));
        invalid(
                "alignment is larger than natural",
                module(section(1, vector(NOTHING_TYPE)), ONE_FUNCTION, MEMORY, section(10, vector(body(0x28, 3, 0)))));
        invalid("expected a select of one type, found 0", moduleWithCode(0x1c, 0));
    }

    @Test
    void acceptsReferencesToDeclaredFunctions() {
        byte[] code = section(10, vector(body(0xd2, 0, 0x1a)));

        read(module(TYPES, ONE_FUNCTION, section(7, vector(join(name("f"), bytes(0, 0)))), code));
        read(module(TYPES, ONE_FUNCTION, section(9, vector(bytes(3, 0, 1, 0))), code));
        read(module(TYPES, ONE_FUNCTION, section(6, vector(bytes(0x70, 0, 0xd2, 0, 0x0b))), code));
    }

    @Test
    void namesTheFunctionInMessages() {
        byte[] names = section(0, name("name"), bytes(1), sized(vector(join(leb(0), name("so\nrt")))));
        byte[] module = join(moduleWithCode(0x20, 5), names);

        assertThatThrownBy(() -> read(module))
                .hasMessage("invalid core module: function 0 'so?rt' at byte 0x18: unknown local 5, there are 0; "
                        + "build the component again");
        assertThat(read(join(moduleWithCode(), names)).functionNames()).containsExactly("so\nrt");
    }

    @Test
    void passesOverNamesThatAreUnreadable() {
        byte[] names = section(0, name("name"), bytes(1, 40, 2, 0));

        assertThat(read(join(moduleWithCode(), names)).functionNames()).containsExactly("");
    }

    private static CoreModule read(byte[] module) {
        return CoreModuleReader.read(module, 0, module.length, Limits.sandbox());
    }

    private static void malformed(String message, byte[] module) {
        rejects(ErrorCode.MALFORMED, message, module);
    }

    private static void invalid(String message, byte[] module) {
        rejects(ErrorCode.INVALID, message, module);
    }

    private static void rejects(ErrorCode code, String message, byte[] module) {
        assertThatThrownBy(() -> read(module))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    /** Of ten functions, two are imported; only 4 and 9 occur nowhere but in bodies. */
    @Test
    void knowsWhichFunctionsCanBeCalledOtherThanFromABody() {
        byte[][] bodies = new byte[8][];
        Arrays.fill(bodies, body());
        bodies[0] = body(0x10, 4, 0x10, 9);
        byte[] types = new byte[8];
        CoreModule module = read(module(
                section(1, vector(NOTHING_TYPE)),
                section(2, vector(join(name("m"), name("a"), bytes(0, 0)), join(name("m"), name("b"), bytes(0, 0)))),
                section(3, bytes(8), types),
                section(4, vector(bytes(0x70, 0, 4))),
                section(6, vector(bytes(0x70, 0, 0xd2, 5, 0x0b))),
                section(7, vector(join(name("f"), bytes(0, 2)), join(name("i"), bytes(0, 1)))),
                section(8, bytes(3)),
                section(
                        9,
                        vector(
                                bytes(0, 0x41, 0, 0x0b, 1, 6),
                                bytes(1, 0, 1, 7),
                                bytes(7, 0x70, 2, 0xd0, 0x70, 0x0b, 0xd2, 8, 0x0b))),
                section(10, vector(bodies))));

        assertThat(module.referable().stream()).containsExactly(1, 2, 3, 5, 6, 7, 8);
    }
}
