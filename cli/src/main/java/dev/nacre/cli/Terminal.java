package dev.nacre.cli;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command works on. All text is UTF-8.
 *
 * @param input standard input
 * @param output standard output
 * @param errors standard error
 * @param environment the variables of the environment
 * @param passwords asks a person for a password under a prompt, without showing it; nothing when nobody can be asked
 */
record Terminal(
        InputStream input,
        PrintStream output,
        PrintStream errors,
        Map<String, String> environment,
        Function<String, Optional<char[]>> passwords) {

    static Terminal ofProcess() {
        return new Terminal(
                System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), System.getenv(), Terminal::ask);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static Optional<char[]> ask(String prompt) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", prompt));
    }

    /** Returns a buffered writer over the output, which says when the output is gone. */
    Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(new CheckedStream(output), StandardCharsets.UTF_8));
    }
}
