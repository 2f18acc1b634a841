package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.validate.TypedComponent;
import dev.nacre.testkit.Guests;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which core modules of the built guests run, and which are left out. */
class DirectBindingsTest {
    @ParameterizedTest
    @CsvSource({
        "telemetry-rust, 4, 2",
        "telemetry-c, 4, 2",
        "telemetry-cpp, 4, 2",
        "shapes-rust, 4, 2",
        "shapes-c, 2, 2",
        "shapes-cpp, 5, 3",
        "probe-rust, 4, 2",
        "hostile, 2, 2",
        "liar, 1, 1"
    })
    void leavesShimsAndFixupsOut(String guest, int modules, int compiled) {
        TypedComponent component = Validation.of(Guests.bytes(guest), Limits.sandbox(), CompileDeadline.NONE);
        DefinitionTable definitions = new DefinitionTable(component);
        DirectBindings bindings = DirectBindings.of(definitions, new Uses(component));

        long left = IntStream.range(0, definitions.all(Sort.CORE_MODULE).size())
                .filter(module -> !bindings.leavesOut(module, definitions))
                .count();

        assertThat(definitions.all(Sort.CORE_MODULE).size()).isEqualTo(modules);
        assertThat(left).isEqualTo(compiled);
    }
}
