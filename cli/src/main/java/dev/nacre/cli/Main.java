package dev.nacre.cli;

/** Runs {@code nacre} as a process of its own. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code: 0, 1 for a failure, 2 for wrong usage.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(Terminal.ofProcess(), arguments));
    }
}
