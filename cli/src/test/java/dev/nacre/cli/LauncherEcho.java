package dev.nacre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Stands in for the command line in {@link LauncherTest}: prints its arguments and its input, exits with 42. */
final class LauncherEcho {

    static final int EXIT_CODE = 42;

    private LauncherEcho() {}

    /**
     * Prints one line for each argument, then standard input.
     *
     * @param arguments what to print
     * @throws IOException when standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String argument : arguments) {
            output.println("argument " + argument);
        }
        output.println("input " + new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        System.exit(EXIT_CODE);
    }
}
