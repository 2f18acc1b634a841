package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class TypedHandleTest {
    private static final CoreFunctionType LONGS = binary(CoreValueType.I64);
    private static final CoreFunctionType DOUBLES = binary(CoreValueType.F64);
    private static final CoreFunctionType FLOATS = binary(CoreValueType.F32);
    private static final CoreFunctionType MIXED = new CoreFunctionType(
            List.of(CoreValueType.I64, CoreValueType.I32, CoreValueType.F64, CoreValueType.F32),
            List.of(CoreValueType.F64));

    /** A shape that the JDK has no interface for. */
    public interface FloatBinaryOperator {
        float apply(float left, float right);
    }

    /** Parameters of one and two slots. */
    public interface Mixed {
        double third(long first, int second, double third, float fourth);
    }

    interface NotPublic {
        long apply(long left, long right);
    }

    private static CoreFunctionType binary(CoreValueType type) {
        return new CoreFunctionType(List.of(type, type), List.of(type));
    }

    private static CoreInstance numbers() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("add-long", LONGS, new Code().get(0).get(1).op(Op.I64_ADD));
        module.exported(
                "divide", Guest.TWO_INTS_TO_INT, new Code().get(0).get(1).op(Op.I32_DIV_S));
        module.exported("multiply", DOUBLES, new Code().get(0).get(1).op(Op.F64_MUL));
        module.exported("add-float", FLOATS, new Code().get(0).get(1).op(Op.F32_ADD));
        module.exported("third", MIXED, new Code().get(2));
        module.exported("nothing", Guest.NOTHING, new Code());
        return Guest.start(module);
    }

    @Test
    void callsWithLongs() {
        LongBinaryOperator add = numbers().function("add-long").as(LongBinaryOperator.class);

        assertThat(add.applyAsLong(Long.MAX_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void callsWithIntsFloatsAndDoubles() {
        CoreInstance instance = numbers();

        assertThat(instance.function("divide").as(IntBinaryOperator.class).applyAsInt(-7, 2))
                .isEqualTo(-3);
        assertThat(instance.function("multiply").as(DoubleBinaryOperator.class).applyAsDouble(1.5, -4))
                .isEqualTo(-6);
        assertThat(instance.function("add-float").as(FloatBinaryOperator.class).apply(0.5f, 0.25f))
                .isEqualTo(0.75f);
    }

    @Test
    void callsWithMixedParametersAndWithoutResult() {
        CoreInstance instance = numbers();

        instance.function("nothing").as(Runnable.class).run();

        assertThat(instance.function("third").as(Mixed.class).third(1, 2, 3.25, 4))
                .isEqualTo(3.25);
    }

    @Test
    void callsGenericallyWithBits() {
        CoreInstance instance = numbers();
        long half = Float.floatToRawIntBits(0.5f);

        assertThat(instance.function("add-long").call(40, 2)).containsExactly(42);
        assertThat(instance.function("divide").call(0xFFFF_FFFF_0000_0009L, -3)).containsExactly(-3);
        assertThat(instance.function("add-float").call(half, half)).containsExactly(Float.floatToRawIntBits(1f));
        assertThat(instance.function("divide").invoke(new long[] {0xFFFF_FFFF_0000_0009L, -3}))
                .isEqualTo(-3);
        assertThat(instance.function("add-long").invoke(new long[] {Long.MAX_VALUE, 1}))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(instance.function("add-float").invoke(new long[] {half, half}))
                .isEqualTo(Float.floatToRawIntBits(1f));
        assertThat(instance.function("nothing").call()).isEmpty();
        assertThat(instance.function("nothing").invoke(new long[0])).isZero();
        assertThat(instance.function("third").invoke(new long[] {1, 2, Double.doubleToRawLongBits(3), half}))
                .isEqualTo(Double.doubleToRawLongBits(3));
    }

    @Test
    void bindsEachHandleToItsInstance() {
        ModuleBuilder module = new ModuleBuilder();
        int counter = module.global(CoreValueType.I32, true, new Code().i32(0));
        module.exported(
                "next",
                Guest.TO_INT,
                new Code()
                        .global(counter)
                        .i32(1)
                        .op(Op.I32_ADD)
                        .setGlobal(counter)
                        .global(counter));
        CompiledModule compiled = Guest.compile(module);
        CoreFunction first = compiled.instantiate(List.of(), Guest.context()).function("next");
        CoreFunction second = compiled.instantiate(List.of(), Guest.context()).function("next");

        first.as(Counter.class).next();
        first.as(Counter.class).next();

        assertThat(first.as(Counter.class).next()).isEqualTo(3);
        assertThat(second.as(Counter.class).next()).isEqualTo(1);
        assertThat(first.as(Counter.class)).hasSameClassAs(second.as(Counter.class));
    }

    /** Counts in the guest. */
    public interface Counter {
        int next();
    }

    @Test
    void translatesTraps() {
        IntBinaryOperator divide = numbers().function("divide").as(IntBinaryOperator.class);

        assertThatThrownBy(() -> divide.applyAsInt(1, 0)).isInstanceOfSatisfying(EngineException.class, trap -> {
            assertThat(trap.code()).isEqualTo(ErrorCode.TRAP);
            assertThat(trap).hasMessageStartingWith("integer divide by zero");
        });
        assertThat(divide.applyAsInt(6, 3)).isEqualTo(2);
    }

    @Test
    void refusesInterfacesOfAnotherShape() {
        CoreFunction add = numbers().function("add-long");

        for (Class<?> shape : List.of(LongUnaryOperator.class, IntBinaryOperator.class, List.class, NotPublic.class)) {
            assertThatThrownBy(() -> add.as(shape))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH))
                    .hasMessageContaining(shape.getName());
        }
    }

    @Test
    void refusesAnotherNumberOfArguments() {
        CoreFunction add = numbers().function("add-long");

        assertThatThrownBy(() -> add.call(1))
                .isInstanceOf(EngineException.class)
                .hasMessage("core function 0: expected 2 arguments, found 1");
    }

    @Test
    void givesTypedHandlesOfHostFunctions() {
        CoreFunction host = CoreFunction.host(
                DOUBLES,
                arguments -> Double.doubleToRawLongBits(
                        Double.longBitsToDouble(arguments[0]) - Double.longBitsToDouble(arguments[1])));

        assertThat(host.as(DoubleBinaryOperator.class).applyAsDouble(1, 0.25)).isEqualTo(0.75);
        assertThat(host.call(0, 0)).containsExactly(0);
    }
}
