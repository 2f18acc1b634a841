package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import org.junit.jupiter.api.Test;

class NacreCommandTest {

    @Test
    void listsCommandsOnRequest() {
        Outcome outcome = new Nacre().run("--help");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output()).contains("Usage: nacre", "sql", "demo", "conformance", "evil", "--verbose");
    }

    @Test
    void saysWhatIsMissingWithoutCommand() {
        Outcome outcome = new Nacre().run();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("Missing command: expected one of", "sql");
    }

    @Test
    void refusesUnknownCommandAndSuggestsOne() {
        Outcome outcome = new Nacre().run("sqll");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.errors()).contains("sqll", "nacre sql");
    }

    @Test
    void saysItsVersionAndJavas() {
        assertThat(new Nacre().run("--version").output()).contains("nacre", "Java " + Runtime.version());
    }
}
