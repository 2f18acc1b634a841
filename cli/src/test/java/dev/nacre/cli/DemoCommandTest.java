package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private static final Path SCRIPT = Path.of("..", "samples", "sql", "telemetry.sql");

    @TempDir
    private Path folder;

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

    @Test
    void runsDemosScript() throws IOException {
        String script = Files.readString(SCRIPT).replace("SYSTEM_RANGE(1, 100000)", "SYSTEM_RANGE(1, 3000)");
        Path small = Files.writeString(folder.resolve("small.sql"), script);

        Outcome outcome = new Nacre().run("sql", "-f", small.toString());

        assertThat(outcome.output())
                .contains("\n3000 rows changed\n")
                .contains(
                        " 5 | device-35 | X'aaef2d127de37b942baad06145e54b0c' | X'004587b8d749d13e81007acbef4fe1a6'\n")
                .contains("\nCork    |      7 |")
                .contains("WASM[PUBLIC.MASK")
                .endsWith("(1 row)\n1 row changed\n");
        assertThat(outcome.errors())
                .startsWith("error: function 'PUBLIC.MASK': Payload cannot be empty")
                .contains("SQLSTATE: 38000", "position: line ");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
    }
}
