package dev.nacre.jdbcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.jdbcall.OtherJvm.Outcome;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar in SQLLine, a JDBC tool for terminals, which finds the driver by the URL. */
class SqlLineTest {
    private static final int SOME_COMMANDS_FAILED = 2;

    /** SQLLine repeats what it reads, and prints stack traces under messages. */
    private static final Pattern NOISE =
            Pattern.compile("\\d+/\\d+ .*|\\s+(at|\\.\\.\\.) .*|Caused by: .*|[a-z0-9.]+\\.[A-Za-z]+Exception: .*");

    @TempDir
    private Path folder;

    @Test
    void runsScriptOfStatementsAndCommands() throws Exception {
        Guests.file("telemetry-rust", folder);
        Path script = Files.writeString(folder.resolve("script"), resource("sqlline.script"));

        Outcome outcome = new OtherJvm(folder)
                .with("-Dorg.jline.terminal.dumb=true", "-Duser.home=" + folder)
                .with("-Djava.util.logging.config.file=" + Files.writeString(folder.resolve("logging"), ""))
                .withClassPath(classPath())
                .run("sqlline.SqlLine", "--run=" + script);

        assertThat(outcome.output()).isEqualTo(resource("sqlline.output"));
        assertThat(errors(outcome)).isEqualTo(resource("sqlline.errors"));
        assertThat(outcome.exitCode()).isEqualTo(SOME_COMMANDS_FAILED);
    }

    /** Returns the driver, SQLLine and the library that it reads the keyboard with. */
    private static Path[] classPath() {
        String[] tests = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
        Stream<Path> tool = Stream.of(tests)
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("(sqlline|jline)-.*\\.jar"));
        return Stream.concat(Stream.of(DriverJar.path()), tool).toArray(Path[]::new);
    }

    private static String errors(Outcome outcome) {
        return outcome.errors()
                .lines()
                .filter(line -> !NOISE.matcher(line).matches())
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = SqlLineTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
