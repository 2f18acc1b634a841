package dev.nacre.cli;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.BenchmarkOptions;
import dev.nacre.bench.BenchmarkReport;
import dev.nacre.bench.Environment;
import dev.nacre.bench.QueryBenchmark;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures queries with functions in WebAssembly beside the same in Java. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure queries whose function is WebAssembly, a Java function in plain Calcite,",
            "or a Java function in H2; print a Markdown report. 'bench engine' measures the engine alone,",
            "'bench reading' how rows come from H2, 'bench batches' what batches of rows are worth,",
            "'bench safety' what the bounds of the sandbox cost."
        })
final class BenchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--warmups",
            paramLabel = "N",
            defaultValue = "" + BenchmarkOptions.STANDARD_WARMUPS,
            description = "Runs of each query before those that count; default: ${DEFAULT-VALUE}.")
    private int warmups = BenchmarkOptions.STANDARD_WARMUPS;

    @Mixin
    private Workload workload = new Workload();

    @Mixin
    private ReportFile report = new ReportFile();

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        report.requireFolder();
        report.write(measure().markdown(Environment.here()), terminal);
        return ExitCode.OK;
    }

    private BenchmarkReport measure() throws SQLException {
        try {
            return new QueryBenchmark(workload.options(warmups), terminal.errors()).run();
        } catch (BenchmarkException failure) {
            throw CommandException.failure("bench: " + failure.getMessage());
        }
    }
}
