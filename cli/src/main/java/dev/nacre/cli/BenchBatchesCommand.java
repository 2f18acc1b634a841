package dev.nacre.cli;

import dev.nacre.bench.BatchBenchmark;
import dev.nacre.bench.BenchmarkOptions;
import dev.nacre.bench.Environment;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures what batches of rows are worth. */
@Command(
        name = "batches",
        mixinStandardHelpOptions = true,
        description = {
            "Measure queries with a function that takes many rows at once, in batches of one row and in larger ones;",
            "print a Markdown report."
        })
final class BenchBatchesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Workload workload = new Workload();

    @Mixin
    private ReportFile report = new ReportFile();

    BenchBatchesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        report.requireFolder();
        report.write(
                new BatchBenchmark(workload.options(BenchmarkOptions.STANDARD_WARMUPS), terminal.errors())
                        .run(Environment.here()),
                terminal);
        return ExitCode.OK;
    }
}
