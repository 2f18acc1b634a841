package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Seeds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the fuzz targets over what is known: the inputs that a fuzzer starts from, the inputs that once failed, and a few
 * random ones. A fuzzer itself runs apart from the build: CONTRIBUTING.md.
 */
@Timeout(300)
class FuzzTargetsTest {
    private static final int LONGEST = 200;

    @RegisterExtension
    final Seeds seeds = new Seeds();

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("LoadFuzzer", (Consumer<byte[]>) LoadFuzzer::fuzzerTestOneInput),
                Arguments.of("CoreModuleFuzzer", (Consumer<byte[]>) CoreModuleFuzzer::fuzzerTestOneInput),
                Arguments.of("DescribeFuzzer", (Consumer<byte[]>) DescribeFuzzer::fuzzerTestOneInput),
                Arguments.of("CallFuzzer", (Consumer<byte[]>) CallFuzzer::fuzzerTestOneInput),
                Arguments.of("LimitsFuzzer", (Consumer<byte[]>) LimitsFuzzer::fuzzerTestOneInput));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void holdOnKnownInputs(String name, Consumer<byte[]> target) throws IOException, URISyntaxException {
        List<Path> inputs = inputs(name);

        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            run(target, Files.readAllBytes(input), input.getFileName().toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void holdOnRandomInputs(String name, Consumer<byte[]> target) {
        for (int number = 0; number < Seeds.count(50, 2_000); number++) {
            byte[] input = new byte[Seeds.random(number).nextInt(LONGEST)];
            Seeds.random(number).nextBytes(input);
            run(target, input, "random input " + number);
        }
    }

    private static void run(Consumer<byte[]> target, byte[] input, String name) {
        try {
            target.accept(input);
        } catch (Throwable failure) {
            throw new AssertionError(name + ": " + failure, failure);
        }
    }

    private static List<Path> inputs(String name) throws IOException, URISyntaxException {
        URL folder = FuzzTargetsTest.class.getResource("/fuzz/" + name);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        }
    }
}
