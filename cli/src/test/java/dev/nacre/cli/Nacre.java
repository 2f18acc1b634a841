package dev.nacre.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs the command line inside the test's JVM, as a person with a keyboard, an environment and perhaps a terminal. */
final class Nacre {

    /** What a run left behind. */
    record Outcome(int exitCode, String output, String errors) {}

    private final Map<String, String> environment = new HashMap<>();
    private Optional<String> typedPassword = Optional.empty();
    private byte[] input = {};

    Nacre withInput(String text) {
        return withInput(text.getBytes(StandardCharsets.UTF_8));
    }

    Nacre withInput(byte[] bytes) {
        input = bytes;
        return this;
    }

    Nacre withVariable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Nacre withTypedPassword(String password) {
        typedPassword = Optional.of(password);
        return this;
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                environment,
                prompt -> typedPassword.map(String::toCharArray));
        int exitCode = CommandLineInterface.run(terminal, arguments);
        return new Outcome(exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
