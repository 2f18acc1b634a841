package dev.nacre.conformance.run;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceOptions;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Jazzer target: the bytes are a script, beside which lies one component, {@code m.wasm}. Public, with a public method of
 * this name, because Jazzer looks for that.
 */
public final class ScriptFuzzer {
    private static final Path FOLDER = folder();
    private static final ConformanceRunner RUNNER =
            new ConformanceRunner(new ConformanceOptions(ConformanceOptions.Host.NONE, Duration.ofSeconds(30)));

    private ScriptFuzzer() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Files.write(FOLDER.resolve("script.json"), input);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ConformanceReport report = RUNNER.run(List.of(FOLDER.resolve("script.json")), file -> {});
        report.files().stream()
                .flatMap(file -> file.results().stream())
                .map(CommandResult::reason)
                .filter(reason -> reason.startsWith("the runner failed"))
                .forEach(reason -> {
                    throw new AssertionError(reason);
                });
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("nacre-fuzz");
            folder.toFile().deleteOnExit();
            Files.write(folder.resolve("m.wasm"), Golden.component("traps/core", 0));
            for (String name : List.of("m.wasm", "script.json")) {
                folder.resolve(name).toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
