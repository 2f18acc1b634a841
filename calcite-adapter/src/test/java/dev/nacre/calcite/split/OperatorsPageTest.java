package dev.nacre.calcite.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page {@code docs/operators.md} shows the list of operators, row by row and nothing else. */
class OperatorsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "operators.md");

    @Test
    void showsTheList() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| operators | how they are evaluated |", "| --- | --- |"));
        OperatorFamilies.ENTRIES.forEach(
                entry -> rows.add("| " + entry.operators() + " | " + entry.evaluation() + " |"));
        rows.addAll(List.of("| aggregate | result |", "| --- | --- |"));
        OperatorFamilies.AGGREGATES.forEach((aggregate, result) -> rows.add("| " + aggregate + " | " + result + " |"));

        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("|"))
                .isEqualTo(rows);
    }
}
