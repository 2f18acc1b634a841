package dev.nacre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a command: says that there has to be one. */
@Command(
        name = "nacre",
        mixinStandardHelpOptions = true,
        versionProvider = NacreVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "WebAssembly components as SQL functions.",
        footer = {"", "Exit codes: 0, 1 the command failed, 2 wrong usage, 3 Java or Maven is missing."})
final class NacreCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on standard error: what guests log and print among it.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: expected one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
