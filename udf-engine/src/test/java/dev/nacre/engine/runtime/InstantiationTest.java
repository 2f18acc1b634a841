package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstantiationTest {
    private static ModuleBuilder importingAll() {
        ModuleBuilder module = new ModuleBuilder();
        module.importFunction("m", "f", module.type(Guest.INT_TO_INT));
        module.importTable("m", "t", 2);
        module.importMemory("m", "mem", 2);
        module.importGlobal("m", "g", CoreValueType.I64, true);
        module.importTag("m", "tag", module.type(Guest.NOTHING));
        module.exported("get", ModuleBuilder.type(List.of(), List.of(CoreValueType.I64)), new Code().global(0));
        module.exported(
                "set",
                ModuleBuilder.type(List.of(CoreValueType.I64), List.of()),
                new Code().get(0).setGlobal(0));
        module.export("global", ModuleBuilder.GLOBAL, 0);
        module.export("memory", ModuleBuilder.MEMORY, 0);
        module.export("table", ModuleBuilder.TABLE, 0);
        module.export("tag", ModuleBuilder.TAG, 0);
        return module;
    }

    private static CoreTable table(int size) {
        ModuleBuilder module = new ModuleBuilder();
        module.table(size, size);
        module.export("table", ModuleBuilder.TABLE, 0);
        return Guest.start(module).table("table");
    }

    private static LinearMemory memory(int pages) {
        return LinearMemory.create(new CoreLimits(pages, OptionalLong.empty()), Guest.context());
    }

    private static List<CoreExtern> imports() {
        return List.of(
                CoreFunction.host(Guest.INT_TO_INT, arguments -> 0),
                table(2),
                memory(2),
                new CoreGlobal(CoreValueType.I64, true, 5),
                new CoreTag(Guest.NOTHING));
    }

    @Test
    void sharesImportsWithWhoeverGaveThem() {
        List<CoreExtern> imports = imports();
        CompiledModule compiled = Guest.compile(importingAll());
        CoreInstance first = compiled.instantiate(imports, Guest.context());
        CoreInstance second = compiled.instantiate(imports, Guest.context());

        first.function("set").call(-9);

        assertThat(second.function("get").call()).containsExactly(-9);
        assertThat(first.global("global")).isSameAs(imports.get(3)).isSameAs(second.global("global"));
        assertThat(first.memory("memory")).isSameAs(imports.get(2));
        assertThat(first.table("table")).isSameAs(imports.get(1));
        assertThat(first.tag("tag")).isSameAs(imports.get(4));
        assertThat(first.memoryBytes()).isZero();
    }

    @Test
    void refusesImportsOfAnotherType() {
        CompiledModule compiled = Guest.compile(importingAll());
        List<CoreExtern> wrong = List.of(
                CoreFunction.host(Guest.TO_INT, arguments -> 0),
                table(1),
                memory(1),
                new CoreGlobal(CoreValueType.I64, false, 5),
                new CoreTag(Guest.INT_TO_INT));

        for (int i = 0; i < wrong.size(); i++) {
            int place = i;
            CoreExtern replacement = wrong.get(i);
            List<CoreExtern> imports = IntStream.range(0, wrong.size())
                    .mapToObj(at -> at == place ? replacement : imports().get(at))
                    .toList();
            assertThatThrownBy(() -> compiled.instantiate(imports, Guest.context()))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.IMPORT_MISMATCH))
                    .hasMessageStartingWith("core import 'm' '"
                            + List.of("f", "t", "mem", "g", "tag").get(i) + "': expected ");
        }
    }

    @Test
    void takesImportsWithoutNames() {
        ModuleBuilder module = new ModuleBuilder();
        int first = module.importFunction("", "", module.type(Guest.TO_INT));
        module.importTable("", "", 2);
        module.importMemory("", "", 2);
        module.importGlobal("", "", CoreValueType.I64, true);
        module.importTag("", "", module.type(Guest.NOTHING));
        int second = module.importFunction("", "", module.type(Guest.TO_INT));
        module.exported(
                "difference", Guest.TO_INT, new Code().call(first).call(second).op(Op.I32_SUB));
        List<CoreExtern> others = imports();

        CoreInstance instance = Guest.start(
                module,
                CoreFunction.host(Guest.TO_INT, arguments -> 50),
                others.get(1),
                others.get(2),
                others.get(3),
                others.get(4),
                CoreFunction.host(Guest.TO_INT, arguments -> 8));

        assertThat(Guest.callInt(instance, "difference")).isEqualTo(42);
    }

    @Test
    void refusesAnotherNumberOfImports() {
        CompiledModule compiled = Guest.compile(importingAll());

        assertThatThrownBy(() -> compiled.instantiate(List.of(), Guest.context()))
                .isInstanceOf(EngineException.class)
                .hasMessage("expected 5 imports, found 0");
    }

    @Test
    void runsTheStartFunctionButNoExportNamedStart() {
        ModuleBuilder module = new ModuleBuilder();
        int global = module.global(CoreValueType.I32, true, new Code().i32(0));
        module.export("global", ModuleBuilder.GLOBAL, global);
        int type = module.type(Guest.NOTHING);
        module.start(module.function(
                type, new Code().global(global).i32(1).op(Op.I32_ADD).setGlobal(global)));
        module.exported("_start", Guest.NOTHING, new Code().i32(100).setGlobal(global));

        CoreInstance instance = Guest.start(module);

        assertThat(instance.global("global").value()).isEqualTo(1);
    }

    @Test
    void givesBackTheMemoryOfAnInstanceThatCannotStart() {
        MemoryBudget budget = new MemoryBudget(1 << 20);
        ModuleBuilder module = new ModuleBuilder();
        module.memory(3, 3);
        module.start(module.exported("trap", Guest.NOTHING, new Code().op(Op.UNREACHABLE)));
        CompiledModule compiled = Guest.compile(module);
        InstanceContext context = new InstanceContext(Meter.unlimited(), budget, dev.nacre.engine.Limits.sandbox());

        assertThatThrownBy(() -> compiled.instantiate(List.of(), context))
                .isInstanceOfSatisfying(
                        EngineException.class, trap -> assertThat(trap.code()).isEqualTo(ErrorCode.TRAP))
                .hasMessageStartingWith("unreachable");
        assertThat(budget.heldBytes()).isZero();
    }

    @Test
    void refusesExportsThatAreNotThere() {
        CoreInstance instance = Guest.start(importingAll(), imports().toArray(CoreExtern[]::new));

        assertThatThrownBy(() -> instance.function("nope"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_EXPORT))
                .hasMessageContaining("core export 'nope' is not there");
        assertThatThrownBy(() -> instance.function("memory"))
                .isInstanceOf(EngineException.class)
                .hasMessage("core export 'memory': expected a function, found another kind");
    }

    @Test
    void runsInstancesOfOneModuleInTwoThreads() throws Exception {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 1);
        module.exported(
                "count",
                Guest.INT_TO_INT,
                new Code()
                        .loop()
                        .i32(8)
                        .i32(8)
                        .access(Op.I32_LOAD, 0)
                        .i32(1)
                        .op(Op.I32_ADD)
                        .access(Op.I32_STORE, 0)
                        .get(0)
                        .i32(1)
                        .op(Op.I32_SUB)
                        .set(0)
                        .get(0)
                        .branchIf(0)
                        .end()
                        .i32(8)
                        .access(Op.I32_LOAD, 0));
        CompiledModule compiled = Guest.compile(module);
        Callable<Integer> counting =
                () -> Guest.callInt(compiled.instantiate(List.of(), Guest.context()), "count", 2_000_000);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        try {
            for (Future<Integer> counted : threads.invokeAll(List.of(counting, counting, counting, counting))) {
                assertThat(counted.get()).isEqualTo(2_000_000);
            }
        } finally {
            threads.shutdown();
        }
    }
}
