package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostFunctionTest {
    private static final CoreFunctionType MIXED = new CoreFunctionType(
            List.of(CoreValueType.I32, CoreValueType.I64, CoreValueType.F32, CoreValueType.F64),
            List.of(CoreValueType.F32));

    /** Calls its one import with its own argument. */
    private static ModuleBuilder calling(CoreFunctionType type) {
        ModuleBuilder module = new ModuleBuilder();
        int imported = module.importFunction("host", "f", module.type(type));
        Code code = new Code();
        for (int i = 0; i < type.parameters().size(); i++) {
            code.get(i);
        }
        module.exported("call", type, code.call(imported));
        module.export("again", ModuleBuilder.FUNCTION, imported);
        return module;
    }

    @Test
    void passesAllKindsOfNumbers() {
        List<Long> seen = new ArrayList<>();
        CoreFunction host = CoreFunction.host(MIXED, arguments -> {
            for (long argument : arguments) {
                seen.add(argument);
            }
            return Float.floatToRawIntBits(0.25f);
        });
        CoreInstance instance = Guest.start(calling(MIXED), host);
        long half = Float.floatToRawIntBits(0.5f);
        long third = Double.doubleToRawLongBits(1 / 3.0);

        long[] results = instance.function("call").call(-1, Long.MIN_VALUE, half, third);

        assertThat(results).containsExactly(Float.floatToRawIntBits(0.25f));
        assertThat(seen).containsExactly(-1L, Long.MIN_VALUE, half, third);
    }

    @Test
    void exportsAnImportAsItIs() {
        CoreFunction host = CoreFunction.host(Guest.INT_TO_INT, arguments -> arguments[0] * 2);
        CoreInstance instance = Guest.start(calling(Guest.INT_TO_INT), host);

        assertThat(instance.function("again")).isSameAs(host);
        assertThat(Guest.callInt(instance, "again", 4)).isEqualTo(8);
    }

    @Test
    void linksFunctionsOfOtherInstances() {
        ModuleBuilder doubling = new ModuleBuilder();
        doubling.exported("double", Guest.INT_TO_INT, new Code().get(0).i32(2).op(Op.I32_MUL));
        CoreInstance other = Guest.start(doubling);
        CoreInstance instance = Guest.start(calling(Guest.INT_TO_INT), other.function("double"));

        assertThat(Guest.callInt(instance, "call", 21)).isEqualTo(42);
        assertThat(instance.function("call").as(IntUnaryOperator.class).applyAsInt(-3))
                .isEqualTo(-6);
        assertThat(instance.function("again")).isSameAs(other.function("double"));
    }

    @Test
    void passesOurExceptionsAndWrapsOthers() {
        EngineException exit = new EngineException(ErrorCode.EXIT, "bye");
        CoreInstance exiting = Guest.start(calling(Guest.INT_TO_INT), CoreFunction.host(Guest.INT_TO_INT, arguments -> {
            throw exit;
        }));
        CoreInstance failing =
                Guest.start(calling(Guest.INT_TO_INT), CoreFunction.host(Guest.INT_TO_INT, arguments -> arguments[7]));

        assertThatThrownBy(() -> exiting.function("call").call(1)).isSameAs(exit);
        assertThatThrownBy(() -> failing.function("call").call(1))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageStartingWith("a host function failed: java.lang.ArrayIndexOutOfBounds");
    }

    @Test
    void wrapsErrorsOfHostFunctionsToo() {
        for (Error error : List.of(new NoClassDefFoundError("x"), new AssertionError("x"), new InternalError("x"))) {
            CoreInstance failing =
                    Guest.start(calling(Guest.INT_TO_INT), CoreFunction.host(Guest.INT_TO_INT, arguments -> {
                        throw error;
                    }));

            assertThatThrownBy(() -> failing.function("call").call(1))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL))
                    .hasCause(error);
        }
    }

    @Test
    void refusesHostFunctionsWithSeveralResults() {
        CoreFunctionType pair = new CoreFunctionType(List.of(), List.of(CoreValueType.I32, CoreValueType.I32));

        assertThatThrownBy(() -> CoreFunction.host(pair, arguments -> 0))
                .isInstanceOf(EngineException.class)
                .hasMessage("a host function has at most one core result, found 2");
    }

    @Test
    void reportsAStackUsedUpInsideAHostFunctionAsDepth() {
        CoreInstance instance = Guest.start(
                calling(Guest.INT_TO_INT), CoreFunction.host(Guest.INT_TO_INT, arguments -> deeper(arguments[0])));

        assertThatThrownBy(() -> instance.function("call").call(1))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CALL_DEPTH));
    }

    private static long deeper(long number) {
        return number == 0 ? 0 : deeper(number + 1) + 1;
    }

    @Test
    void countsCallsBackIntoTheGuestAsDeeperCalls() {
        AtomicReference<CoreFunction> back = new AtomicReference<>();
        CoreFunction host =
                CoreFunction.host(Guest.INT_TO_INT, arguments -> back.get().call(arguments[0] + 1)[0]);
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), Long.MAX_VALUE, 50);
        CoreInstance instance = Guest.start(calling(Guest.INT_TO_INT), Guest.context(meter), host);
        back.set(instance.function("call"));

        assertThatThrownBy(() -> instance.function("call").call(0))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CALL_DEPTH));
        assertThat(meter.depth()).isZero();
    }

    @Test
    @Timeout(60)
    void keepsTheOuterDeadlineInCallsBackIntoTheGuest() {
        AtomicReference<CoreFunction> back = new AtomicReference<>();
        CoreFunction host = CoreFunction.host(Guest.INT_TO_INT, arguments -> {
            while (true) {
                back.get().call(0);
            }
        });
        ModuleBuilder module = calling(Guest.INT_TO_INT);
        module.exported("nothing", Guest.INT_TO_INT, new Code().get(0));
        Meter meter = new Meter(Duration.ofMillis(30), Optional.empty(), Long.MAX_VALUE);
        CoreInstance instance = Guest.start(module, Guest.context(meter), host);
        back.set(instance.function("nothing"));

        assertThatThrownBy(() -> instance.function("call").call(0))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT));
    }
}
