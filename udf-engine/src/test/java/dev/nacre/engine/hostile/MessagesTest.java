package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that guests choose, in messages that logs and terminals take: no line ends, no escapes, no changes of direction. */
class MessagesTest {
    private static final String NAME = "a\nERROR b\u001b[2J\u202Ec";
    private static final String SHOWN = "'a?ERROR b?[2J?c'";

    @Test
    void showNamesOfFunctionsThatTrap() {
        ModuleBuilder module = new ModuleBuilder();
        module.name(module.exported("f", Frame.TO_INT, new Code().op(Op.UNREACHABLE)), NAME);
        ComponentWriter component = new ComponentWriter();
        component.export("f", component.coreInstance(component.coreModule(module), Map.of()), Frame.NUMBER);

        Stage.assertFails(
                () -> Stage.call(component.build(), "f"), ErrorCode.TRAP, "unreachable, in core function 0 " + SHOWN);
    }

    @Test
    void showNamesOfFunctionsThatAreRefused() {
        ModuleBuilder module = new ModuleBuilder();
        module.name(module.exported("f", Frame.TO_INT, new Code().get(7)), NAME);
        ComponentWriter component = new ComponentWriter();
        component.coreModule(module);

        Stage.assertFails(
                () -> Stage.ENGINE.load(component.build()),
                ErrorCode.INVALID,
                "core module 0: invalid core module: function 0 " + SHOWN
                        + " at byte 0x2a: unknown local 7, there are 0;" + " build the component again");
    }

    @Test
    void showNamesOfImportsAndExportsThatAreMissing() {
        ModuleBuilder module = new ModuleBuilder();
        module.importFunction(NAME, NAME, module.type(Frame.TO_INT));
        ComponentWriter noArgument = new ComponentWriter();
        noArgument.coreInstance(noArgument.coreModule(module), Map.of());
        ComponentWriter noExport = new ComponentWriter();
        int empty = noExport.coreInstance(noExport.coreModule(new ModuleBuilder()), Map.of());
        noExport.coreAlias(Sort.CORE_FUNCTION, empty, NAME);

        Stage.assertFails(
                () -> Stage.ENGINE.load(noArgument.build()),
                ErrorCode.INVALID,
                "invalid component at byte 0x45: expected an argument " + SHOWN + " for a core module, found none");
        Stage.assertFails(
                () -> Stage.ENGINE.load(noExport.build()),
                ErrorCode.INVALID,
                "invalid component at byte 0x1b: expected core instance 0 to export " + SHOWN
                        + ", found no such export");
    }

    @Test
    void cutLongNames() {
        ModuleBuilder module = new ModuleBuilder();
        module.name(module.exported("f", Frame.TO_INT, new Code().op(Op.UNREACHABLE)), "x".repeat(110));
        ComponentWriter component = new ComponentWriter();
        component.export("f", component.coreInstance(component.coreModule(module), Map.of()), Frame.NUMBER);

        Stage.assertFails(
                () -> Stage.call(component.build(), "f"),
                ErrorCode.TRAP,
                "unreachable, in core function 0 '" + "x".repeat(100) + "...'");
    }

    /** Long names of interfaces that the host has, many of one type, each with many functions that the host does not have. */
    private static byte[] missingMuch(int interfaces, int functions) {
        byte[][] declarations = new byte[functions + 1][];
        declarations[0] = typeDeclaration(procedure());
        for (int i = 0; i < functions; i++) {
            declarations[i + 1] = exportDeclaration("f" + i, functionExtern(0));
        }
        ComponentWriter component = new ComponentWriter();
        int type = component.define(join(bytes(0x42), vector(declarations)));
        for (int i = 0; i < interfaces; i++) {
            component.importOf("n" + "a".repeat(900) + i + ":p/logger", Sort.INSTANCE, type);
        }
        return component.build();
    }

    @Test
    void nameNotAllOfVeryManyMissingImports() {
        byte[] bytes = missingMuch(20, 1_000);
        try (ComponentEngine engine =
                ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()))) {
            assertThatThrownBy(() -> engine.load(bytes))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_IMPORT))
                    .message()
                    .hasSizeLessThan(200_000)
                    .contains("f99' (func()) and more, which nobody provides");
            assertThat(engine.describe(bytes).missingImports()).hasSize(1_000);
        }
    }
}
