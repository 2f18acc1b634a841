package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.testing.Values;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of value through a stock Rust component, there and back. */
class ShapesTest {
    private static final String COMPUTE = "nacre:shapes/compute#";

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    private ComponentInstance instance;

    @BeforeEach
    void open() {
        instance = EngineFixture.instance("shapes-rust");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    static Stream<String> echoes() {
        return EngineFixture.guest("shapes-rust").functions().stream()
                .map(ExportedFunctionType::name)
                .filter(name -> name.contains("#echo-"));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void getsBackWhatItGave(String name) {
        ExportedFunction function = instance.function(name);
        WitType type = function.type().parameters().get(0).type();
        for (int round = 0; round < Seeds.count(100, 10_000); round++) {
            RandomGenerator random = Seeds.random(round);
            Object value = type.accept(new RandomValues(random));

            Object echoed = function.call(value);

            assertThat(Values.comparable(echoed)).as("round %d", round).isEqualTo(Values.comparable(value));
        }
    }

    @Test
    void computesWithNumbers() {
        assertThat(call("scale", 1.5)).isEqualTo(4.0);
        assertThat(call("scale-long", Long.MAX_VALUE)).isEqualTo(-1L);
        assertThat(call("add", 2, -5)).isEqualTo(-3);
        assertThat(call("sum-list", new long[] {1, 2, 39})).isEqualTo(42L);
        assertThat(call("sum-list", List.of())).isEqualTo(0L);
        assertThat(call("coalesce-option", Optional.empty(), 7)).isEqualTo(7);
        assertThat(call("count-set", Set.of("b0", "b31"))).isEqualTo(2L);
        assertThat(call("area", new VariantValue("rectangle", List.of(2.0, 3.0))))
                .isEqualTo(6.0);
    }

    @Test
    void computesWithText() {
        assertThat(call("upper", "straße π")).isEqualTo("STRASSE Π");
        assertThat(call("concat", "", "𝄞")).isEqualTo("𝄞");
        assertThat(call("swap", 4_294_967_295L, "b")).isEqualTo(List.of("b", 4_294_967_295L));
    }

    @Test
    void returnsResultsOfBothKinds() {
        assertThat(call("divide", 7L, 2L)).isEqualTo(ResultValue.ok(3L));
        assertThat(call("divide", 7L, 0L)).isEqualTo(ResultValue.error("division by zero"));
    }

    @Test
    void passesTwentyFlatValuesThroughMemory() {
        Object text = call(
                "many",
                true,
                (byte) -1,
                (short) 255,
                (short) -2,
                65_535,
                -3,
                4_294_967_295L,
                -4L,
                -1L,
                1.5f,
                2.5,
                (int) 'x',
                "m",
                false,
                5,
                6L,
                3.5,
                "r");

        assertThat(text)
                .isEqualTo("true,-1,255,-2,65535,-3,4294967295,-4,18446744073709551615,1.5,2.5,x,m,false,5,6,3.5,r");
    }

    private Object call(String function, Object... arguments) {
        return instance.function(COMPUTE + function).call(arguments);
    }

    @Test
    void findsFunctionsWithAndWithoutVersion() {
        assertThat(instance.function("nacre:shapes/compute@0.1.0#add").name())
                .isEqualTo("nacre:shapes/compute@0.1.0#add");
        assertThat(instance.function("nacre:shapes/compute#add").name()).isEqualTo("nacre:shapes/compute@0.1.0#add");
        assertThat(instance.function("add").name()).isEqualTo("add");
    }

    @Test
    void namesTheExportsThereAre() {
        assertThatThrownBy(() -> instance.function("nacre:shapes/compute#subtract"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_EXPORT))
                .hasMessageStartingWith("unknown export 'nacre:shapes/compute#subtract': expected one of '")
                .hasMessageContaining("'nacre:shapes/compute@0.1.0#add'");
    }

    @Test
    void staysUsableAfterArgumentsThatDoNotFit() {
        ExportedFunction concat = instance.function(COMPUTE + "concat");

        assertThatThrownBy(() -> concat.call("a", 5))
                .hasMessage(
                        "function 'nacre:shapes/compute@0.1.0#concat': parameter 2 'b': expected java.lang.String for"
                                + " string, found java.lang.Integer");
        assertThatThrownBy(() -> concat.call("a", "\uD800"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_UNICODE));

        assertThat(concat.call("a", "b")).isEqualTo("ab");
    }

    @Test
    void printsItsWorld() {
        assertThat(EngineFixture.guest("shapes-rust").wit()).contains("export nacre:shapes/echo@0.1.0;");
    }
}
