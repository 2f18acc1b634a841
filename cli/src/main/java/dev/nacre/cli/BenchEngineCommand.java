package dev.nacre.cli;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Environment;
import dev.nacre.bench.engine.EngineBenchmark;
import dev.nacre.bench.engine.EngineOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the engine by itself. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the engine without SQL: calls, values, instances, each beside a baseline;",
            "print a Markdown report with what is claimed and whether it holds."
        })
final class BenchEngineCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "" + EngineOptions.STANDARD_ROUNDS,
            description = "How often everything is measured, ten minutes each; default: ${DEFAULT-VALUE}.")
    private int rounds = EngineOptions.STANDARD_ROUNDS;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Measure only benchmarks with this in their names, a regular expression: 'String|Reset'.")
    private String only = "";

    @Option(
            names = "--collector",
            paramLabel = "NAME",
            defaultValue = EngineOptions.STANDARD_COLLECTOR,
            description = "Serial, G1 or Parallel; default: ${DEFAULT-VALUE}.")
    private String collector = EngineOptions.STANDARD_COLLECTOR;

    @Mixin
    private ReportFile report = new ReportFile();

    BenchEngineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        report.requireFolder();
        EngineOptions options = options();
        try {
            report.write(new EngineBenchmark(options, terminal.errors()).run().markdown(Environment.here()), terminal);
        } catch (BenchmarkException failure) {
            throw CommandException.failure("bench: " + failure.getMessage());
        }
        return ExitCode.OK;
    }

    private EngineOptions options() {
        try {
            if (rounds < 1) {
                throw new IllegalArgumentException("rounds: expected at least 1, found " + rounds);
            }
            return EngineOptions.standard()
                    .withRounds(rounds)
                    .withCollector(collector)
                    .withOnly(only);
        } catch (IllegalArgumentException refused) {
            throw CommandException.usage("--" + refused.getMessage());
        }
    }
}
