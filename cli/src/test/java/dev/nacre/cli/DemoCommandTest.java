package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    @Test
    void runsDemo() {
        Outcome outcome = new Nacre().run("demo", "--rows", "500");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output())
                .startsWith("Nacre's telemetry demo: 500 readings")
                .contains("SQLSTATE 38000", "Times, ");
    }

    @Test
    void refusesWrongNumberOfRows() {
        assertThat(new Nacre().run("demo", "--rows", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre().run("demo", "--rows", "many").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
