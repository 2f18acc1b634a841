package dev.nacre.engine.page;

import static dev.nacre.engine.page.Samples.assertFailsAsShown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.wit.NumberList;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page's chapters on loading and calling. */
class CallsTest {
    private final ComponentEngine engine = Samples.ENGINE;
    private ComponentInstance instance =
            engine.load(Samples.guest("shapes-rust")).instantiate(Samples.options());

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void callsAComponent() {
        ResultValue masked = FirstCall.mask(Samples.guest("telemetry-rust"), new byte[] {0x48, 0x69});

        assertThat(masked.isOk()).isTrue();
        assertThat(masked.payload()).isEqualTo(new byte[] {(byte) 0xE2, (byte) 0xC3});
    }

    @Test
    void describesAComponent() {
        byte[] bytes = Samples.guest("missing-import");

        // @start region="describe"
        ComponentDescription description = engine.describe(bytes);

        assertThat(description.functions().get(0).name()).isEqualTo("peek");
        assertThat(description.missingImports()).containsExactly("acme:secret/vault");
        assertThat(description.wit()).contains("import acme:secret/vault;");
        // @end
    }

    @Test
    void passesValues() {
        // @start region="values"
        assertThat(instance.function("add").call(2, -5)).isEqualTo(-3);
        assertThat(instance.function("upper").call("pearl")).isEqualTo("PEARL");
        assertThat(instance.function("divide").call(7L, 0L)).isEqualTo(ResultValue.error("division by zero"));

        ExportedFunction area = instance.function("nacre:shapes/compute#area");
        assertThat(area.call(new VariantValue("rectangle", List.of(2.0, 3.0)))).isEqualTo(6.0);
        ExportedFunction coalesce = instance.function("nacre:shapes/compute#coalesce-option");
        assertThat(coalesce.call(Optional.empty(), 7)).isEqualTo(7);
        ExportedFunction countSet = instance.function("nacre:shapes/compute#count-set");
        assertThat(countSet.call(Set.of("b0", "b31"))).isEqualTo(2L);
        ExportedFunction swap = instance.function("nacre:shapes/compute#swap");
        assertThat(swap.call(4_294_967_295L, "b")).isEqualTo(List.of("b", 4_294_967_295L));
        // @end
    }

    @Test
    void passesListsOfNumbers() {
        // @start region="numbers"
        ExportedFunction echo = instance.function("nacre:shapes/echo#echo-list-f64");
        NumberList numbers = (NumberList) echo.call(new double[] {1.5, -0.0});

        double[] copied = numbers.toArray(double[].class);
        // @end
        assertThat(copied).containsExactly(1.5, -0.0);
    }

    @Test
    void refusesOtherForms() {
        ExportedFunction concat = instance.function("nacre:shapes/compute#concat");

        assertFailsAsShown(ErrorCode.ARGUMENT_MISMATCH, () -> concat.call("a", 5));
        assertFailsAsShown(ErrorCode.ARGUMENT_MISMATCH, () -> concat.call("a"));
        assertThat(instance.isOpen()).isTrue();
    }

    // @start region="interface"
    public interface Divide {
        ResultValue divide(long dividend, long divisor);
    }

    public interface Numbers {
        double[] echo(double[] numbers);
    }
    // @end

    @Test
    void callsThroughHandles() {
        // @start region="handles"
        LongUnaryOperator scale = instance.function("scale-long").as(LongUnaryOperator.class);
        assertThat(scale.applyAsLong(20)).isEqualTo(41);

        Divide divide = instance.function("divide").as(Divide.class);
        assertThat(divide.divide(7, 2)).isEqualTo(ResultValue.ok(3L));

        Numbers echo = instance.function("nacre:shapes/echo#echo-list-f64").as(Numbers.class);
        assertThat(echo.echo(new double[] {1.5, -0.0})).containsExactly(1.5, -0.0);
        // @end
    }

    @Test
    void refusesInterfacesOfAnotherShape() {
        ExportedFunction add = instance.function("add");

        assertFailsAsShown(ErrorCode.ARGUMENT_MISMATCH, () -> add.as(LongUnaryOperator.class));
    }

    @Test
    void holdsResourcesOfGuests() {
        instance.close();
        instance = engine.load(Samples.guest("counters")).instantiate(Samples.options());

        // @start region="guest-resource"
        ExportedFunction make = instance.function("test:counters/first#[constructor]counter");
        ExportedFunction add = instance.function("test:counters/first#[method]counter.add");
        try (GuestResource counter = (GuestResource) make.call(40L)) {
            assertThat(add.call(counter, 2L)).isEqualTo(42L);
        }
        assertThat(instance.function("test:counters/first#live").call()).isEqualTo(0L);
        // @end
        GuestResource given = (GuestResource) make.call(1L);
        instance.function("test:counters/first#consume").call(given);
        assertThat(given.isOpen()).isFalse();
        assertFailsAsShown(ErrorCode.ARGUMENT_MISMATCH, () -> add.call(given, 1L));
    }
}
