package dev.nacre.cli;

import dev.nacre.cli.output.Format;
import dev.nacre.cli.sql.ScriptRunner;
import dev.nacre.cli.sql.ScriptSource;
import dev.nacre.cli.sql.SqlFailure;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs SQL: the texts of {@code -c}, then the file of {@code -f}; standard input when neither is given. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Run SQL statements, separated by semicolons, up to the first that fails.",
            "Without -c and -f they are read from standard input."
        })
final class SqlCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Option(
            names = {"-c", "--command"},
            paramLabel = "SQL",
            description = "Run these statements. May be given more than once.")
    private List<String> commands = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Run the statements of this file (UTF-8; - is standard input), after those of -c.")
    private @Nullable String file;

    SqlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        List<ScriptSource> sources = sources();
        Writer output = terminal.writer();
        try (Connection opened = connection.open(terminal)) {
            ScriptRunner runner = new ScriptRunner(
                    opened, format.to(output), warning -> terminal.errors().println("warning: " + warning));
            for (ScriptSource source : sources) {
                runner.run(source);
            }
            return ExitCode.OK;
        } catch (SqlFailure failure) {
            output.flush();
            terminal.errors().println(failure.report());
            return ExitCode.FAILURE;
        }
    }

    private List<ScriptSource> sources() {
        List<ScriptSource> sources = new ArrayList<>();
        for (int number = 1; number <= commands.size(); number++) {
            String name = commands.size() == 1 ? "-c" : "-c number " + number;
            sources.add(ScriptSource.ofText(name, commands.get(number - 1)));
        }
        if (file != null && !file.equals(STANDARD_INPUT)) {
            sources.add(ScriptSource.ofFile(InputFile.path(file)));
        } else if (file != null || commands.isEmpty()) {
            sources.add(ScriptSource.ofStream("standard input", terminal.input()));
        }
        return sources;
    }
}
