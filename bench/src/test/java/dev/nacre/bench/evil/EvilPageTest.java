package dev.nacre.bench.evil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that lists the attacks. */
class EvilPageTest {
    private static final Path PAGE = Path.of("../docs/evil.md");

    private static String row(Attack attack) {
        return "| " + String.join(" | ", attack.id(), attack.threatList(), attack.act(), attack.defence()) + " |";
    }

    @Test
    void thePageHasEveryAttackAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\S+ \\| [AB]\\d+.*"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Attacks.all().stream().map(EvilPageTest::row).toList());
    }

    @Test
    void thePageSaysWhatIsTheMostMemory() throws IOException {
        assertThat(Files.readString(PAGE)).contains("more than " + (Watch.MOST_BYTES >> 20) + " MiB in memory");
    }
}
