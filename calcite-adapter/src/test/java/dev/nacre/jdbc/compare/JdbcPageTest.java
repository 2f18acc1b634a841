package dev.nacre.jdbc.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page lists what differs from H2's driver, word by word as the test knows it. */
class JdbcPageTest {
    @Test
    void listsTheExceptionsOfTheDifferentialTest() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("..", "docs", "jdbc.md")).stream()
                .filter(line -> line.matches("\\d+\\. .*"))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();

        assertThat(listed)
                .hasSizeLessThanOrEqualTo(10)
                .containsExactlyElementsOf(Stream.of(KnownDifferences.values())
                        .map(KnownDifferences::reason)
                        .toList());
    }
}
