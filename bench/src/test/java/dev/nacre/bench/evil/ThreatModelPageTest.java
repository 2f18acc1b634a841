package dev.nacre.bench.evil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/threat-model.md} names tests that there are, and the rows that the attacks stand for. */
class ThreatModelPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| ([ABC]\\d+) \\| .* \\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final String EVIL = "evil";

    private static Map<String, String> rows() throws IOException {
        return ROW.matcher(Files.readString(ROOT.resolve("docs/threat-model.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    @Test
    void hasARowForEachThreat() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (int number = 1; number <= 18; number++) {
            expected.add("A" + number);
        }
        for (int number = 1; number <= 11; number++) {
            expected.add("B" + number);
        }
        for (int number = 1; number <= 7; number++) {
            expected.add("C" + number);
        }
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        Map<String, Path> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> row : rows().entrySet()) {
            List<MatchResult> named = TEST.matcher(row.getValue()).results().toList();
            assertThat(named).as("tests of row %s", row.getKey()).isNotEmpty();
            for (MatchResult test : named) {
                Path file = tests.get(test.group(1));
                boolean isThere = file != null
                        && (test.group(2) == null || Files.readString(file).contains("void " + test.group(2) + "("));
                if (!isThere) {
                    missing.add(row.getKey() + ": " + test.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new HashMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith("Test.java"))
                            .forEach(file ->
                                    tests.put(file.getFileName().toString().replace(".java", ""), file));
                }
            }
        }
        return tests;
    }

    @Test
    void saysWhichRowsAreAttacked() throws IOException {
        Set<String> attacked = new TreeSet<>();
        Attacks.all().forEach(attack -> attacked.addAll(attack.threats()));
        Set<String> said = new TreeSet<>();
        rows().forEach((row, tests) -> {
            if (tests.contains(EVIL)) {
                said.add(row);
            }
        });
        assertThat(said).isEqualTo(attacked);
    }
}
