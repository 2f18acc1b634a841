package dev.nacre.cli;

import static java.util.Objects.requireNonNull;

/** Ends a command with a sentence for the person who called it and an exit code. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message) {
        super(requireNonNull(message, "message is null"));
        this.exitCode = exitCode;
    }

    /** Says that the command failed. */
    static CommandException failure(String message) {
        return new CommandException(ExitCode.FAILURE, message);
    }

    /** Says that the command was called with what it cannot use. */
    static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
