package dev.nacre.cli;

import dev.nacre.bench.BenchmarkOptions;
import picocli.CommandLine.Option;

/** How much is measured, as options of the commands that measure queries. */
final class Workload {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "" + BenchmarkOptions.STANDARD_ROWS,
            description = "Rows of each table; default: ${DEFAULT-VALUE}.")
    private int rows = BenchmarkOptions.STANDARD_ROWS;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + BenchmarkOptions.STANDARD_RUNS,
            description = "Runs of each query that count; default: ${DEFAULT-VALUE}.")
    private int runs = BenchmarkOptions.STANDARD_RUNS;

    BenchmarkOptions options(int warmups) {
        try {
            return new BenchmarkOptions(rows, warmups, runs);
        } catch (IllegalArgumentException refused) {
            throw CommandException.usage("--" + refused.getMessage());
        }
    }
}
