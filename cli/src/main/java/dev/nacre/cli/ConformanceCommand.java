package dev.nacre.cli;

import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.ConformanceOptions;
import dev.nacre.conformance.ConformanceOptions.Host;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.FileReport;
import dev.nacre.conformance.report.JsonReport;
import dev.nacre.conformance.report.TextReport;
import dev.nacre.conformance.run.ConformanceRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the specification's scripts. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = {
            "Run test scripts of the component model, in the JSON form that",
            "'wasm-tools json-from-wast' writes, and print what passed, failed and was",
            "skipped. Exit code 1 when something failed."
        })
final class ConformanceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A script, or a folder that is searched for scripts (*.json).")
    private List<Path> paths = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write every command's outcome to this file as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "none",
            description = "What components may import: none, spectest; default: ${DEFAULT-VALUE}.")
    private Host host = Host.NONE;

    ConformanceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ConformanceReport report = run();
        TextReport.summary(report).forEach(terminal.output()::println);
        if (json != null) {
            write(report, json);
        }
        if (report.files().isEmpty()) {
            throw CommandException.failure("no script found: expected JSON files with a list of commands");
        }
        return report.isSuccess() ? ExitCode.OK : ExitCode.FAILURE;
    }

    private ConformanceReport run() {
        try {
            return new ConformanceRunner(ConformanceOptions.with(host)).run(paths, this::print);
        } catch (ConformanceException unusable) {
            throw CommandException.usage(String.valueOf(unusable.getMessage()));
        }
    }

    private void print(FileReport file) {
        PrintStream output = terminal.output();
        TextReport.lines(file).forEach(output::println);
    }

    private static void write(ConformanceReport report, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            JsonReport.write(report, writer);
        } catch (IOException failure) {
            throw CommandException.failure("'" + file + "' cannot be written: " + failure.getMessage());
        }
    }
}
