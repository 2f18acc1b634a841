package dev.nacre.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EngineBenchmarkTest {
    private static final Environment SOMEWHERE = new Environment(
            LocalDate.of(2026, 11, 22), "17, Nobody", "Abacus, 2 cores", "Linux 6", 1024, "0123456789ab");

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private EngineReport run(EngineOptions options) {
        return new EngineBenchmark(options, new PrintStream(progress, true, StandardCharsets.UTF_8)).run();
    }

    @Test
    void runsEveryBenchmarkOnce() {
        EngineReport report = run(EngineOptions.once());

        String markdown = report.markdown(SOMEWHERE);
        assertThat(progress.toString(StandardCharsets.UTF_8).lines()).hasSize(9);
        assertThat(markdown).startsWith("# ").contains("* 2026-11-22, commit 0123456789ab\n");
        assertThat(Claims.ALL)
                .allSatisfy(claim -> assertThat(markdown)
                        .contains(
                                "| " + claim.text() + " |",
                                "| " + claim.contender() + " |",
                                "| " + claim.baseline() + " |"));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineOptions.standard().withRounds(-1))
                .withMessageContaining("rounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineOptions.standard().withCollector("Epsilon"))
                .withMessageContaining("collector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineOptions.standard().withOnly("("))
                .withMessageContaining("only");
        assertThatThrownBy(() -> run(EngineOptions.once().withOnly("Nothing")))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("ScalarCallBenchmark");
    }
}
