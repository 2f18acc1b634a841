package dev.nacre.cli;

import dev.nacre.bench.BenchmarkOptions;
import dev.nacre.bench.Environment;
import dev.nacre.bench.ReadingBenchmark;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures how rows are read from H2. */
@Command(
        name = "reading",
        mixinStandardHelpOptions = true,
        description = {
            "Measure queries with a function whose rows H2 makes as they are fetched, beside the same with rows",
            "that H2 collects first; print a Markdown report."
        })
final class BenchReadingCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Workload workload = new Workload();

    @Mixin
    private ReportFile report = new ReportFile();

    BenchReadingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        report.requireFolder();
        report.write(
                new ReadingBenchmark(workload.options(BenchmarkOptions.STANDARD_WARMUPS), terminal.errors())
                        .run(Environment.here()),
                terminal);
        return ExitCode.OK;
    }
}
