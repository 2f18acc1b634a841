package dev.nacre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes, as an option of the commands that make one. */
final class ReportFile {
    @Option(
            names = {"-o", "--report"},
            paramLabel = "FILE",
            description = "Write the report to this file instead of standard output.")
    private @Nullable Path file;

    /** Says before minutes of work that its result could not be written. */
    void requireFolder() {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CommandException.usage("--report: there is no folder '" + folder + "'");
        }
    }

    void write(String markdown, Terminal terminal) throws IOException {
        if (file == null) {
            terminal.output().print(markdown);
        } else {
            Files.writeString(file, markdown);
        }
    }
}
