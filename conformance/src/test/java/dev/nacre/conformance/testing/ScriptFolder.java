package dev.nacre.conformance.testing;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceOptions;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.run.ConformanceRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes a script and runs it. */
public final class ScriptFolder {
    private final Path folder;
    private ConformanceOptions options = ConformanceOptions.with(ConformanceOptions.Host.NONE);

    /** Makes a script in a folder. */
    public ScriptFolder(Path folder) {
        this.folder = folder;
    }

    /** Puts a binary beside the script. */
    public ScriptFolder with(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** Bounds the time of each command. */
    public ScriptFolder within(Duration timeout) {
        options = new ConformanceOptions(options.host(), timeout);
        return this;
    }

    /** Returns the commands as one script; quotes are written {@code '}. */
    public static String script(String... commands) {
        return ("{'source_filename':'test.wast','commands':[" + String.join(",", commands) + "]}").replace('\'', '"');
    }

    /** Writes a file and returns where. */
    public Path write(String name, String text) {
        with(name, text.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name);
    }

    /** Runs commands; quotes are written {@code '}. */
    public List<CommandResult> run(String... commands) {
        return report(write("test.json", script(commands))).files().get(0).results();
    }

    /** Runs a file or folder. */
    public ConformanceReport report(Path path) {
        return new ConformanceRunner(options).run(List.of(path), file -> {});
    }
}
