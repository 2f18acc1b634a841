package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.GuestResource;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exports of numbers as objects of a functional interface. */
class TypedHandleTest {
    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    private ComponentInstance shapes;

    @BeforeEach
    void open() {
        shapes = EngineFixture.instance("shapes-rust");
    }

    @AfterEach
    void close() {
        shapes.close();
    }

    @Test
    void callsWithPrimitives() {
        assertThat(handle("scale", DoubleUnaryOperator.class).applyAsDouble(1.5))
                .isEqualTo(4.0);
        assertThat(handle("scale-long", LongUnaryOperator.class).applyAsLong(Long.MAX_VALUE))
                .isEqualTo(-1);
        assertThat(handle("add", IntBinaryOperator.class).applyAsInt(2, -5)).isEqualTo(-3);
    }

    @Test
    void cutsNumbersToTheirWidth() {
        assertThat(echo("u8").applyAsInt(0x1FF)).isEqualTo(0xFF);
        assertThat(echo("s8").applyAsInt(0x80)).isEqualTo(-128);
        assertThat(echo("u16").applyAsInt(-1)).isEqualTo(0xFFFF);
        assertThat(echo("s16").applyAsInt(0x8000)).isEqualTo(-32_768);
        assertThat(echo("bool").applyAsInt(7)).isEqualTo(1);
        assertThat(echo("u32").applyAsInt(-1)).isEqualTo(-1);
        assertThat(echo("char").applyAsInt('é')).isEqualTo('é');
    }

    @Test
    void canonicalisesNan() {
        double nan = Double.longBitsToDouble(0xFFF8_0000_0000_0001L);

        double scaled = handle("scale", DoubleUnaryOperator.class).applyAsDouble(nan);

        assertThat(Double.doubleToRawLongBits(scaled)).isEqualTo(0x7FF8_0000_0000_0000L);
    }

    @Test
    void refusesACharThatIsNone() {
        assertThatThrownBy(() -> echo("char").applyAsInt(0xD800))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH));
        assertThat(shapes.isOpen()).isTrue();
    }

    /** Takes and gives text. */
    public interface TextFunction {
        String apply(String text);

        default String twice(String text) {
            return apply(text) + apply(text);
        }
    }

    /** Takes a number as its value, not as its bits. */
    public interface WholeNumber {
        long apply(long number);
    }

    /** Not public in the eyes of the engine. */
    interface Hidden {
        String apply(String text);
    }

    @Test
    void passesValuesInTheirJavaForms() {
        TextFunction upper = handle("upper", TextFunction.class);

        assertThat(upper.apply("pearl")).isEqualTo("PEARL");
        assertThat(upper.twice("ab")).isEqualTo("ABAB");
        assertThat(upper)
                .hasToString("function 'upper'")
                .isEqualTo(upper)
                .isNotEqualTo(handle("upper", TextFunction.class));
        assertThat(upper.hashCode()).isEqualTo(upper.hashCode());
        assertThat(handle("nacre:shapes/echo#echo-u32", WholeNumber.class).apply(4_000_000_000L))
                .isEqualTo(4_000_000_000L);
        assertThatThrownBy(() -> upper.apply(null))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH));
        assertThat(shapes.isOpen()).isTrue();
    }

    /** Lets nobody but one class implement it. */
    public sealed interface Sealed permits OnlyOne {
        String apply(String text);
    }

    /** The same for numbers. */
    public sealed interface SealedNumber permits OnlyNumber {
        long apply(long number);
    }

    private static final class OnlyOne implements Sealed {
        @Override
        public String apply(String text) {
            return text;
        }
    }

    private static final class OnlyNumber implements SealedNumber {
        @Override
        public long apply(long number) {
            return number;
        }
    }

    @Test
    void refusesInterfacesThatNobodyMayImplement() {
        for (ThrowingCallable making : List.<ThrowingCallable>of(
                () -> handle("upper", Sealed.class), () -> handle("scale-long", SealedNumber.class))) {
            assertThatThrownBy(making)
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH));
        }
    }

    /** Says again what every object has; that is no second method. */
    public interface Comparable {
        String apply(String text);

        @Override
        boolean equals(Object other);
    }

    /** The same for numbers. */
    public interface ComparableNumber {
        long apply(long number);

        @Override
        boolean equals(Object other);
    }

    @Test
    void takesMethodsOfEveryObjectForNoSecondMethod() {
        assertThat(handle("upper", Comparable.class).apply("pearl")).isEqualTo("PEARL");
        assertThat(handle("scale-long", ComparableNumber.class).apply(Long.MAX_VALUE))
                .isEqualTo(-1);
    }

    /** Takes and gives numbers in an array. */
    public interface LongList {
        long[] apply(long[] numbers);
    }

    /** Gives something that a list is not. */
    public interface ListMaker {
        java.util.ArrayList<Object> apply(long[] numbers);
    }

    /** Makes a resource. */
    public interface CounterMaker {
        GuestResource make(long start);
    }

    /** Expects a resource that is a text. */
    public interface TextMaker {
        String make(long start);
    }

    @Test
    void passesListsOfNumbersAsArrays() {
        try (ComponentInstance echo = EngineFixture.instance("echo")) {
            assertThat(echo.function("nacre:measure/echo#longs")
                            .as(LongList.class)
                            .apply(new long[] {1, -2, Long.MAX_VALUE}))
                    .containsExactly(1, -2, Long.MAX_VALUE);
            ExportedFunction function = echo.function("nacre:measure/echo#longs");
            assertThatThrownBy(() -> function.as(ListMaker.class))
                    .hasMessageContaining("found " + ListMaker.class.getName());
        }
    }

    @Test
    void passesResources() {
        try (ComponentInstance counters = EngineFixture.instance("counters")) {
            ExportedFunction constructor = counters.function("test:counters/first#[constructor]counter");

            assertThat(constructor.as(CounterMaker.class).make(3).typeName()).isEqualTo("counter");
            TextMaker wrong = constructor.as(TextMaker.class);
            assertThatThrownBy(() -> wrong.make(3))
                    .hasMessageContaining("expected a result of class java.lang.String, found one of ");
        }
    }

    @Test
    void refusesAnInterfaceOfAnotherShape() {
        assertMisfit(
                "add",
                LongUnaryOperator.class,
                "function 'add': expected a public interface with one method for func(a: s32, b: s32) -> s32 in the types'"
                        + " Java forms, found java.util.function.LongUnaryOperator");
        assertMisfit("upper", IntUnaryOperator.class, "found java.util.function.IntUnaryOperator");
        assertMisfit("upper", Hidden.class, "found " + Hidden.class.getName());
        assertMisfit("upper", String.class, "found java.lang.String");
    }

    private void assertMisfit(String function, Class<?> shape, String message) {
        ExportedFunction exported = shapes.function(function);
        assertThatThrownBy(() -> exported.as(shape))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH))
                .hasMessageContaining(message);
    }

    @Test
    void endsTheInstanceWithATrap() {
        try (ComponentInstance hostile = EngineFixture.timedInstance("hostile", Duration.ofSeconds(30))) {
            Runnable trap = hostile.function("trap").as(Runnable.class);

            assertThatThrownBy(trap::run)
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRAP));
            assertThat(hostile.isOpen()).isFalse();
            assertThatThrownBy(trap::run)
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INSTANCE_CLOSED));
        }
    }

    private IntUnaryOperator echo(String type) {
        return handle("nacre:shapes/echo#echo-" + type, IntUnaryOperator.class);
    }

    private <T> T handle(String function, Class<T> functionalInterface) {
        return shapes.function(function).as(functionalInterface);
    }
}
