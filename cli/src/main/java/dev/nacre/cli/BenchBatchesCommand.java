package dev.nacre.cli;

import dev.nacre.bench.BatchBenchmark;
import dev.nacre.bench.BenchmarkOptions;
import dev.nacre.bench.Environment;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "" + BenchmarkOptions.STANDARD_ROWS,
            description = "Rows of the table; default: ${DEFAULT-VALUE}.")
    private int rows = BenchmarkOptions.STANDARD_ROWS;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + BenchmarkOptions.STANDARD_RUNS,
            description = "Runs of each query that count; default: ${DEFAULT-VALUE}.")
    private int runs = BenchmarkOptions.STANDARD_RUNS;

    @Mixin
    private ReportFile report = new ReportFile();

    BenchBatchesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        report.requireFolder();
        report.write(new BatchBenchmark(options(), terminal.errors()).run(Environment.here()), terminal);
        return ExitCode.OK;
    }

    private BenchmarkOptions options() {
        try {
            return new BenchmarkOptions(rows, BenchmarkOptions.STANDARD_WARMUPS, runs);
        } catch (IllegalArgumentException refused) {
            throw CommandException.usage("--" + refused.getMessage());
        }
    }
}
