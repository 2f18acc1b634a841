package dev.nacre.cli;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Environment;
import dev.nacre.bench.safety.SafetyBenchmark;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the sandbox costs. */
@Command(
        name = "safety",
        mixinStandardHelpOptions = true,
        description = {
            "Measure what the bounds of the sandbox cost: the same work with them and without, in turns;",
            "print a Markdown report."
        })
final class BenchSafetyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "" + SafetyBenchmark.STANDARD_ROUNDS,
            description = "How often everything is measured, half a minute each; default: ${DEFAULT-VALUE}.")
    private int rounds = SafetyBenchmark.STANDARD_ROUNDS;

    @Mixin
    private ReportFile report = new ReportFile();

    BenchSafetyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        report.requireFolder();
        try {
            report.write(benchmark().run().markdown(Environment.here()), terminal);
        } catch (BenchmarkException failure) {
            throw CommandException.failure("bench: " + failure.getMessage());
        }
        return ExitCode.OK;
    }

    private SafetyBenchmark benchmark() {
        try {
            return new SafetyBenchmark(rounds, terminal.errors());
        } catch (IllegalArgumentException refused) {
            throw CommandException.usage("--" + refused.getMessage());
        }
    }
}
