package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackProbeTest {
    /** Calls its import and then itself, with so many parameters that the JVM's stack is used up before the depth is. */
    private static ModuleBuilder deepCaller() {
        CoreFunctionType wide = new CoreFunctionType(Collections.nCopies(90, CoreValueType.I64), List.of());
        ModuleBuilder module = new ModuleBuilder();
        int imported = module.importFunction("host", "f", module.type(Guest.NOTHING));
        Code code = new Code().call(imported);
        for (int i = 0; i < 90; i++) {
            code.get(i);
        }
        module.exported("deep", wide, code.call(1));
        return module;
    }

    @Test
    void neverCutsAHostFunctionInTheMiddle() {
        int[] started = new int[1];
        int[] finished = new int[1];
        CoreFunction host = CoreFunction.host(Guest.NOTHING, arguments -> {
            started[0]++;
            finished[0] += needsSomeStack(50);
            return 0;
        });
        CoreInstance instance = Guest.start(deepCaller(), host);

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> instance.function("deep").call(new long[90]))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            stop -> assertThat(stop.code()).isEqualTo(ErrorCode.CALL_DEPTH));
        }

        assertThat(started[0]).isPositive();
        assertThat(finished[0]).isEqualTo(started[0]);
    }

    /** Grows as deep as it comes, and then a little with frames of any size that is left. */
    @Test
    void neverCutsAGrowthInTheMiddle() {
        Limits limits = Limits.specification().with(Setting.TABLE_ELEMENTS, 1_000_000);
        MemoryBudget budget = new MemoryBudget(64 << 20);
        CompiledModule compiled = Guest.compile(deepGrower());

        for (int i = 0; i < 20; i++) {
            InstanceContext context = new InstanceContext(Meter.unlimited(), budget, limits);
            try (CoreInstance instance = compiled.instantiate(List.of(), context)) {
                assertThatThrownBy(() -> instance.function("deep").call(new long[90]))
                        .isInstanceOfSatisfying(
                                EngineException.class,
                                stop -> assertThat(stop.code()).isEqualTo(ErrorCode.CALL_DEPTH));

                assertThat(budget.heldBytes()).isEqualTo(instance.memoryBytes());
                long left = 1_000_000L - instance.table("table").size();
                assertThat(context.reserveElements(left + 1)).isFalse();
                assertThat(context.reserveElements(left)).isTrue();
            }
            assertThat(budget.heldBytes()).isZero();
        }
    }

    private static ModuleBuilder deepGrower() {
        CoreFunctionType wide = new CoreFunctionType(Collections.nCopies(90, CoreValueType.I64), List.of());
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 1_000);
        module.table(1, 1_000_000);
        module.export("table", ModuleBuilder.TABLE, 0);
        int empty = module.exported("empty", Guest.NOTHING, new Code());
        module.elements(0, empty);
        Code code = new Code()
                .i32(0)
                .op(Op.MEMORY_GROW, 0)
                .op(Op.DROP)
                .function(empty)
                .i32(1)
                .bulk(Op.TABLE_GROW, 0)
                .op(Op.DROP);
        for (int i = 0; i < 90; i++) {
            code.get(i);
        }
        module.exported("deep", wide, code.call(1));
        return module;
    }

    private static int needsSomeStack(int levels) {
        return levels == 0 ? 1 : needsSomeStack(levels - 1);
    }
}
