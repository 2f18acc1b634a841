package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests that never end by themselves. The timeouts are hang guards. */
@Timeout(60)
class RunawayTest {
    private static final Duration SHORT = Duration.ofMillis(30);

    private static final CompiledModule RUNAWAYS = Guest.compile(runaways());

    private static CoreInstance runaways(InstanceContext context) {
        return RUNAWAYS.instantiate(List.of(CoreFunction.host(Guest.NOTHING, arguments -> 0)), context);
    }

    /** One function for each way to run on, by name; the module has a memory of 16 MiB. */
    private static ModuleBuilder runaways() {
        ModuleBuilder module = new ModuleBuilder();
        int tick = module.importFunction("host", "tick", module.type(Guest.NOTHING));
        int type = module.type(Guest.NOTHING);
        module.memory(256, 256);
        module.table(2, 4000);
        module.exported("loop", Guest.NOTHING, new Code().loop().branch(0).end());
        module.exported(
                "loop-if", Guest.NOTHING, new Code().loop().i32(1).branchIf(0).end());
        module.exported(
                "loop-table",
                Guest.NOTHING,
                new Code().loop().i32(9).op(0x0E, new int[] {1, 0, 0}).end());
        module.exported(
                "loop-host",
                Guest.NOTHING,
                new Code().loop().call(tick).branch(0).end());
        module.exported(
                "loop-fill",
                Guest.NOTHING,
                new Code().loop().repeat(1000, fill()).branch(0).end());
        module.exported("flood-fill", Guest.NOTHING, new Code().repeat(3000, fill()));
        module.exported("flood-copy", Guest.NOTHING, new Code().repeat(3000, copy()));
        module.exported(
                "flood-table",
                Guest.NOTHING,
                new Code()
                        .nullFunction()
                        .i32(3990)
                        .bulk(Op.TABLE_GROW, 0)
                        .op(Op.DROP)
                        .loop()
                        .repeat(1000, new Code().i32(0).nullFunction().i32(3990).bulk(Op.TABLE_FILL, 0))
                        .branch(0)
                        .end());
        module.exported(
                "loop-catch",
                Guest.NOTHING,
                new Code()
                        .loop()
                        .block()
                        .tryCatchAll(0)
                        .loop()
                        .branch(0)
                        .end()
                        .end()
                        .end()
                        .branch(0)
                        .end());
        exponential(module);
        int indirect = module.exported(
                "loop-indirect",
                Guest.NOTHING,
                new Code().loop().i32(0).callIndirect(type, 0).branch(0).end());
        module.elements(0, module.exported("nothing", Guest.NOTHING, new Code()), indirect);
        return module;
    }

    private static Code fill() {
        return new Code().i32(0).i32(1).i32(16 << 20).bulk(Op.MEMORY_FILL, 0);
    }

    private static Code copy() {
        return new Code().i32(0).i32(1).i32((16 << 20) - 1).bulk(Op.MEMORY_COPY, 0, 0);
    }

    /** Sixty functions that each call the next one twice: no loop, no recursion, no end. */
    private static void exponential(ModuleBuilder module) {
        int next = module.exported("leaf", Guest.NOTHING, new Code());
        for (int i = 0; i < 60; i++) {
            next = module.exported(
                    "twice-" + i, Guest.NOTHING, new Code().call(next).call(next));
        }
        module.exported("exponential", Guest.NOTHING, new Code().call(next));
    }

    private static Meter meter(Duration callTimeout) {
        return new Meter(callTimeout, Optional.empty(), Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop",
                "loop-if",
                "loop-table",
                "loop-host",
                "loop-fill",
                "flood-fill",
                "flood-copy",
                "flood-table",
                "loop-catch",
                "exponential",
                "loop-indirect"
            })
    void stopsAtTheDeadline(String shape) {
        CoreInstance instance = runaways(Guest.context(meter(SHORT)));

        assertThatThrownBy(() -> instance.function(shape).call())
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.TIMEOUT))
                .hasMessage("guest code ran longer than call_timeout 30 ms; raise call_timeout");
        assertThatThrownBy(() -> instance.function(shape).as(Runnable.class).run())
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.TIMEOUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "loop-fill", "loop-catch", "exponential"})
    void stopsWhenCancelledFromAnotherThread(String shape) throws InterruptedException {
        Meter meter = meter(Duration.ofMinutes(5));
        CoreInstance instance = runaways(Guest.context(meter));
        CountDownLatch running = new CountDownLatch(1);
        Thread canceller = new Thread(() -> {
            awaitQuietly(running);
            meter.cancel();
        });
        canceller.start();

        running.countDown();
        assertThatThrownBy(() -> instance.function(shape).call())
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.CANCELLED))
                .hasMessage("the statement was cancelled");
        canceller.join();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stopsAModuleWithoutMemory() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("loop", Guest.NOTHING, new Code().loop().branch(0).end());
        CoreInstance instance = Guest.start(module, Guest.context(meter(SHORT)));

        assertThatThrownBy(() -> instance.function("loop").call())
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.TIMEOUT));
    }

    @Test
    void stopsAStartFunction() {
        ModuleBuilder module = new ModuleBuilder();
        module.start(module.exported(
                "loop", Guest.NOTHING, new Code().loop().branch(0).end()));
        CompiledModule compiled = Guest.compile(module);

        assertThatThrownBy(() -> compiled.instantiate(List.of(), Guest.context(meter(SHORT))))
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.TIMEOUT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 90})
    void endsRecursionOverAndOver(int parameterCount) {
        CoreFunctionType type = new CoreFunctionType(
                Collections.nCopies(parameterCount, CoreValueType.I64), List.of(CoreValueType.I64));
        ModuleBuilder module = new ModuleBuilder();
        Code forever = new Code();
        for (int i = 0; i < parameterCount; i++) {
            forever.get(i);
        }
        module.exported("forever", type, forever.call(0).i64(1).op(Op.I64_ADD));
        CoreInstance instance = Guest.start(module);
        long[] arguments = new long[parameterCount];
        int rounds = Boolean.getBoolean("nacre.soak") ? 1000 : 50;

        for (int i = 0; i < rounds; i++) {
            assertThatThrownBy(() -> instance.function("forever").call(arguments))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            stop -> assertThat(stop.code()).isEqualTo(ErrorCode.CALL_DEPTH));
        }
    }

    @Test
    void endsIndirectAndCrossInstanceRecursion() {
        ModuleBuilder module = new ModuleBuilder();
        module.importTable("owner", "table", 1);
        int type = module.type(Guest.NOTHING);
        int again = module.function(type, new Code().i32(0).callIndirect(type, 0));
        module.export("again", ModuleBuilder.FUNCTION, again);
        ModuleBuilder owner = new ModuleBuilder();
        owner.table(1, 1);
        owner.export("table", ModuleBuilder.TABLE, 0);
        CoreTable table = Guest.start(owner).table("table");
        CoreInstance first = Guest.start(module, table);
        CoreInstance second = Guest.start(module, table);
        table.set(0, second.function("again"));

        for (CoreInstance instance : List.of(first, second)) {
            assertThatThrownBy(() -> instance.function("again").call())
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            stop -> assertThat(stop.code()).isEqualTo(ErrorCode.CALL_DEPTH));
        }
    }

    @Test
    void countsTheDepthOfCallsAndForgetsItOnTheWayBack() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported(
                "sum-to",
                Guest.INT_TO_INT,
                new Code()
                        .get(0)
                        .op(Op.IF, 0x7F)
                        .get(0)
                        .get(0)
                        .i32(1)
                        .op(Op.I32_SUB)
                        .call(0)
                        .op(Op.I32_ADD)
                        .op(Op.ELSE)
                        .i32(0)
                        .end());
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), Long.MAX_VALUE, 101);
        CoreInstance instance = Guest.start(module, Guest.context(meter));

        for (int i = 0; i < 1000; i++) {
            assertThat(Guest.callInt(instance, "sum-to", 99)).isEqualTo(4950);
        }
        assertThatThrownBy(() -> instance.function("sum-to").call(100))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "more than 101 nested calls (setting call_depth); use less recursion in the guest, or raise call_depth and with it the stack of threads, -Xss");
        assertThat(meter.depth()).isZero();
        assertThat(Guest.callInt(instance, "sum-to", 99)).isEqualTo(4950);
    }

    @Test
    void usesTheSameFuelForTheSameWork() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported(
                "count",
                Guest.INT_TO_NOTHING,
                new Code()
                        .loop()
                        .get(0)
                        .i32(1)
                        .op(Op.I32_SUB)
                        .set(0)
                        .get(0)
                        .branchIf(0)
                        .end());
        CompiledModule compiled = Guest.compile(module);

        long used = fuelFor(compiled, 100_000);

        assertThat(used).isBetween(100_000L, 110_000L);
        assertThat(fuelFor(compiled, 100_000)).isEqualTo(used);
        assertThat(fuelFor(compiled, 200_000)).isGreaterThan(used + 99_000);
    }

    private static long fuelFor(CompiledModule compiled, int turns) {
        long fuel = 1_000_000;
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), fuel);
        compiled.instantiate(List.of(), Guest.context(meter)).function("count").call(turns);
        return fuel - meter.fuelLeft();
    }

    @Test
    void chargesLongCodeByItsLength() {
        ModuleBuilder module = new ModuleBuilder();
        Code step = new Code().get(0).i32(1).op(Op.I32_ADD).set(0);
        module.exported("long", Guest.INT_TO_INT, new Code().repeat(4000, step).get(0));
        module.exported("short", Guest.INT_TO_INT, new Code().repeat(4, step).get(0));
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), 1_000_000);
        CoreInstance instance = Guest.start(module, Guest.context(meter));

        long start = meter.fuelLeft();
        instance.function("short").call(0);
        long afterShort = meter.fuelLeft();
        instance.function("long").call(0);

        assertThat(start - afterShort).isEqualTo(1);
        assertThat(afterShort - meter.fuelLeft()).isGreaterThan(100);
    }
}
