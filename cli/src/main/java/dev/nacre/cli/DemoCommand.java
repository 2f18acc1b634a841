package dev.nacre.cli;

import dev.nacre.samples.telemetry.TelemetryDemo;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the demo application. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Run the telemetry demo: a database with readings, components in Rust, seven queries.")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--rows",
            paramLabel = "ROWS",
            defaultValue = "" + TelemetryDemo.STANDARD_ROWS,
            description = "How many readings; default: ${DEFAULT-VALUE}.")
    private int rows = TelemetryDemo.STANDARD_ROWS;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException {
        if (rows < 1) {
            throw CommandException.usage("--rows: expected at least 1, found " + rows);
        }
        new TelemetryDemo(terminal.output(), rows).run();
        return ExitCode.OK;
    }
}
