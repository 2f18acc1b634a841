package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import dev.nacre.h2.catalog.NacreDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts of {@code samples/sql} print what {@code samples/sql/expected} holds, errors last. Each ends with an error of
 * its guest.
 */
class SampleScriptsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SCRIPTS = ROOT.resolve("samples/sql");
    private static final String GUESTS = "file:samples/guests";

    static Stream<String> comparedScripts() throws IOException {
        return names(SCRIPTS, ".sql");
    }

    @ParameterizedTest
    @MethodSource("comparedScripts")
    void printsWhatIsExpected(String name) throws IOException {
        String expected = Files.readString(SCRIPTS.resolve("expected/" + name + ".txt"));

        assertThat(run("samples/sql/" + name + ".sql")).isEqualTo(expected);
        assertThat(NacreDatabase.liveInstances()).isZero();
    }

    @Test
    void everyScriptHasWhatIsExpected() throws IOException {
        assertThat(names(SCRIPTS, ".sql"))
                .containsExactlyInAnyOrderElementsOf(
                        names(SCRIPTS.resolve("expected"), ".txt").toList());
    }

    /** Runs a script as from the project's folder, which is not that of the test. */
    private static String run(String script) throws IOException {
        String text = Files.readString(ROOT.resolve(script));
        Outcome outcome = new Nacre()
                .withInput(text.replace(GUESTS, "file:" + ROOT.resolve("samples/guests")))
                .run("sql");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        return (outcome.output() + outcome.errors()).replace("standard input", script);
    }

    private static Stream<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .toList()
                    .stream();
        }
    }
}
