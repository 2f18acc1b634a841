package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesReportToFile() throws IOException {
        Path report = folder.resolve("report.md");

        Outcome outcome = new Nacre()
                .run("bench", "--rows", "50", "--warmups", "0", "--runs", "1", "--report", report.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("measuring payload mask, 1 KiB, fetched");
        assertThat(Files.readString(report))
                .startsWith("# ")
                .contains("* 50 rows; medians of 1 runs after 0 to warm up");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(new Nacre().run("bench", "--runs", "0").errors()).contains("--runs: expected at least 1, found 0");
        assertThat(new Nacre().run("bench", "--rows", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre()
                        .run(
                                "bench",
                                "--report",
                                folder.resolve("no/such/folder").toString(),
                                "--rows",
                                "1")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void measuresReading() {
        Outcome outcome = new Nacre().run("bench", "reading", "--rows", "50", "--runs", "1");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.errors()).contains("measuring in a file: one row by its key");
        assertThat(outcome.output())
                .startsWith("# Rows one by one, and collected")
                .contains("| in memory | whole table | ");
        assertThat(new Nacre().run("bench", "reading", "--rows", "0").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void measuresBatches() {
        Outcome outcome = new Nacre().run("bench", "batches", "--rows", "50", "--runs", "1");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.errors()).contains("measuring `a + b`, DOUBLE, under SUM");
        assertThat(outcome.output())
                .startsWith("# Batches of one row, and larger ones")
                .contains("| `a + b`, DOUBLE, under SUM | 1,024 | ");
        assertThat(new Nacre().run("bench", "batches", "--rows", "0").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesWrongUsageOfEngine() {
        assertThat(new Nacre().run("bench", "engine", "--rounds", "0").errors())
                .contains("--rounds: expected at least 1, found 0");
        assertThat(new Nacre().run("bench", "engine", "--collector", "Epsilon").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre().run("bench", "engine", "--only", "Nothing").errors())
                .contains("expected a part of one of the names", "ScalarCallBenchmark", "found 'Nothing'");
    }
}
