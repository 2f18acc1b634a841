package dev.nacre.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Mutants;
import dev.nacre.testkit.Seeds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the fuzz target over the inputs that a fuzzer starts from or that once failed, and over damaged copies of them. */
@Timeout(600)
class ScriptFuzzerTest {
    @RegisterExtension
    final Seeds seeds = new Seeds();

    @Test
    void holdsOnKnownInputs() throws IOException, URISyntaxException {
        List<Path> inputs = inputs();

        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            ScriptFuzzer.fuzzerTestOneInput(Files.readAllBytes(input));
        }
    }

    @Test
    void holdsOnDamagedScripts() throws IOException, URISyntaxException {
        for (Path input : inputs()) {
            Mutants.of(Files.readAllBytes(input), Seeds.seed()).stream(Seeds.count(30, 5_000))
                    .forEach(mutant -> {
                        try {
                            ScriptFuzzer.fuzzerTestOneInput(mutant.bytes());
                        } catch (Throwable failure) {
                            throw new AssertionError(input.getFileName() + ", " + mutant, failure);
                        }
                    });
        }
    }

    private static List<Path> inputs() throws IOException, URISyntaxException {
        Path folder =
                Path.of(ScriptFuzzerTest.class.getResource("/fuzz/ScriptFuzzer").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
