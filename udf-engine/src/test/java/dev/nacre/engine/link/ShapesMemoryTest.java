package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes into a guest is freed there, and what it answers after it was read: the memory of a guest stays as it is. */
class ShapesMemoryTest {
    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @ParameterizedTest
    @ValueSource(strings = {"shapes-rust", "shapes-c", "shapes-cpp"})
    void keepsItsMemoryOverManyEchoesOfEveryKind(String guest) {
        try (ComponentInstance instance = EngineFixture.instance(guest)) {
            List<Runnable> echoes = EngineFixture.guest(guest).functions().stream()
                    .filter(function -> function.name().contains("#echo-"))
                    .map(function -> echo(instance.function(function.name())))
                    .toList();
            IntStream.range(0, 20).forEach(round -> echoes.forEach(Runnable::run));
            long before = instance.memoryBytes();

            IntStream.range(0, 100).forEach(round -> echoes.forEach(Runnable::run));

            assertThat(instance.memoryBytes()).isEqualTo(before);
        }
    }

    /** Gives the same values in every round, so that memory in use has the same pieces at the end of each. */
    private static Runnable echo(ExportedFunction function) {
        WitType type = function.type().parameters().get(0).type();
        List<Object> values = IntStream.range(0, 5)
                .mapToObj(round -> type.accept(new RandomValues(Seeds.random(round))))
                .toList();
        return () -> values.forEach(function::call);
    }
}
