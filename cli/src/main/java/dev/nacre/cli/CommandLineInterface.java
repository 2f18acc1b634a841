package dev.nacre.cli;

import dev.nacre.cli.sql.SqlFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns arguments into a run of a command and an exit code. */
final class CommandLineInterface {
    private CommandLineInterface() {}

    static int run(Terminal terminal, String... arguments) {
        CommandLine commandLine = new CommandLine(new NacreCommand())
                .addSubcommand(new SqlCommand(terminal))
                .addSubcommand(new InspectCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new CommandLine(new BenchCommand(terminal))
                        .addSubcommand(new BenchEngineCommand(terminal))
                        .addSubcommand(new BenchReadingCommand(terminal))
                        .addSubcommand(new BenchSafetyCommand(terminal))
                        .addSubcommand(new BenchBatchesCommand(terminal)))
                .addSubcommand(new ConformanceCommand(terminal))
                .addSubcommand(new EvilCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.output(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.errors(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(CommandLineInterface::execute)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, terminal));
        int exitCode = commandLine.execute(arguments);
        terminal.output().flush();
        return exitCode;
    }

    private static int execute(ParseResult parsed) {
        NacreCommand root = (NacreCommand) parsed.commandSpec().root().userObject();
        Logging.configure(root.isVerbose());
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int report(Exception failure, Terminal terminal) {
        if (failure instanceof CommandException known) {
            terminal.errors().println("nacre: " + known.getMessage());
            return known.exitCode();
        }
        if (failure instanceof SQLException sql) {
            terminal.errors().println(SqlFailure.of(sql).report());
        } else if (!(failure instanceof OutputClosedException)) {
            failure.printStackTrace(terminal.errors());
        }
        return ExitCode.FAILURE;
    }
}
