package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.EdgeValues.Column;
import dev.nacre.testkit.Seeds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator that Nacre evaluates itself (the list in {@code OperatorFamilies}), over the edge values of all types,
 * answers as H2 does: value, class, type with precision and scale, or H2's error code. In {@code E} an operand is the
 * result of a function; {@code R} is a column of another type. A build tries each type with some others, a soak run with
 * all, and there row by row what fails as a whole: a quarter of an hour.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SemanticsTest {
    private static final List<String> COMPARISONS = List.of(
            "E = R",
            "E <> R",
            "E < R",
            "E <= R",
            "E > R",
            "R >= E",
            "E IS DISTINCT FROM R",
            "R IS NOT DISTINCT FROM E",
            "E BETWEEN R AND R",
            "R NOT BETWEEN E AND R",
            "E IN (R, E)",
            "R NOT IN (E, NULL)",
            "CASE E WHEN R THEN 1 ELSE 2 END",
            "CASE R WHEN NULL THEN 0 WHEN E THEN 1 END",
            "NULLIF(E, R)",
            "NULLIF(R, E)");

    private static final List<String> CHOICES = List.of(
            "CASE WHEN a.id > b.id THEN E ELSE R END",
            "CASE WHEN a.id > b.id THEN R WHEN a.id = 3 THEN NULL ELSE E END",
            "COALESCE(E, R)",
            "COALESCE(R, E)");

    private static final List<String> LOGIC = List.of("E AND R", "R AND E", "E OR R", "R OR E");

    private static final List<String> ALONE = List.of(
            "E IS NULL, E IS NOT NULL, NULLIF(E, NULL), COALESCE(E, NULL), COALESCE(NULL, E)",
            "E = NULL, E IN (NULL, NULL), E BETWEEN NULL AND E, E NOT BETWEEN E AND NULL, CASE E WHEN NULL THEN 1 END",
            "CASE WHEN a.id = 9 THEN E END, CASE WHEN E IS NULL THEN NULL ELSE NULL END",
            "E IS TRUE, E IS NOT TRUE",
            "E IS FALSE, E IS NOT FALSE",
            "NOT E",
            "CASE WHEN E THEN 1 ELSE 2 END",
            "E = '1'",
            "E < 1.5",
            "E >= 1E0",
            "E <> 99999999999",
            "E = DATE '2026-02-28'",
            "E = X'61'",
            "E = TRUE",
            "E IN ('a', '1')",
            "E IN (1, 2.50)",
            "E NOT IN ('a', NULL)",
            "E IN ('a'), E IN (CAST('a' AS VARCHAR), '1')",
            "CASE E WHEN 'a', '1' THEN 1 ELSE 2 END",
            "COALESCE(E, 'longer than all of them')",
            "COALESCE(E, 1.23456)",
            "CASE WHEN a.id > 2 THEN E ELSE 1E0 END");

    private static final List<String> STATEMENTS = List.of(
            "SELECT a.id FROM edges a WHERE E ORDER BY 1",
            "SELECT a.id, b.id FROM edges a JOIN edges b ON E ORDER BY 1, 2",
            "SELECT E FROM edges a GROUP BY E HAVING E ORDER BY 1",
            "SELECT COUNT(*) FILTER (WHERE E) FROM edges a",
            "SELECT COUNT(*), COUNT(E), COUNT(DISTINCT E) FROM edges a",
            "SELECT MIN(E), MAX(E) FROM edges a",
            "SELECT SUM(E) FROM edges a",
            "SELECT SUM(DISTINCT E) FROM edges a",
            "SELECT AVG(E) FROM edges a",
            "SELECT AVG(DISTINCT E) FROM edges a",
            "SELECT SUM(E), AVG(E) FROM edges a WHERE a.id <= 1 OR a.id >= 5",
            "SELECT SUM(E), AVG(E), MIN(E), COUNT(E) FROM edges a WHERE a.id > 100",
            "SELECT SUM(E), AVG(E), MAX(E), COUNT(E) FROM edges a WHERE a.id = 6",
            "SELECT a.id / 3, SUM(E), AVG(E) FROM edges a GROUP BY a.id / 3 ORDER BY 1",
            "SELECT AVG(E) FILTER (WHERE a.id < 3), SUM(E) FILTER (WHERE a.id < 0) FROM edges a",
            "SELECT a.id FROM edges a ORDER BY E, a.id",
            "SELECT a.id FROM edges a ORDER BY E DESC NULLS LAST, a.id",
            "SELECT DISTINCT E FROM edges a ORDER BY 1",
            "SELECT E, COUNT(*) FROM edges a GROUP BY E ORDER BY 1",
            "SELECT a.id, b.id FROM edges a JOIN edges b ON E = F ORDER BY 1, 2",
            "SELECT a.id, b.id FROM edges a LEFT JOIN edges b ON E < F ORDER BY 1, 2",
            "SELECT a.id FROM edges a WHERE E IN (SELECT F FROM edges b) ORDER BY 1",
            "SELECT E FROM edges a UNION SELECT F FROM edges b ORDER BY 1");

    private static QueryBench bench;

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @BeforeAll
    static void openDatabase() throws SQLException {
        bench = EdgeValues.bench();
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        bench.close();
    }

    static Stream<Column> echoed() {
        return EdgeValues.ECHOED.stream();
    }

    @ParameterizedTest
    @MethodSource("echoed")
    void operatorsOverTwoTypesAnswerAsH2(Column left) {
        Differences differences = new Differences();
        for (Column right : partners(left)) {
            for (List<String> group : List.of(COMPARISONS, CHOICES)) {
                differences.compareGroup(group, left, right, false);
            }
            differences.compareGroup(LOGIC, left, right, true);
            String union = "SELECT E FROM edges a UNION ALL SELECT R FROM edges b";
            differences.compare(written(union, left, right), false);
        }
        assertThat(differences.found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("echoed")
    void operatorsOverOneTypeAnswerAsH2(Column column) {
        Differences differences = new Differences();
        for (String items : ALONE) {
            differences.compare(written("SELECT " + items + " FROM edges a ORDER BY a.id", column, column), false);
        }
        for (String statement : STATEMENTS) {
            differences.compare(written(statement, column, column), false);
        }
        assertThat(differences.found).isEmpty();
    }

    /** Returns the types to try with one: its own and some others. */
    private static List<Column> partners(Column left) {
        List<Column> all = EdgeValues.columns();
        if (Seeds.soaking()) {
            return all;
        }
        List<Column> some = new ArrayList<>(List.of(left));
        for (int number = 0; number < 2; number++) {
            some.add(all.get(Seeds.random(31L * left.name().hashCode() + number).nextInt(all.size())));
        }
        return some;
    }

    private static String written(String form, Column left, Column right) {
        return form.replaceAll("\\bE\\b", left.echoed("a"))
                .replaceAll("\\bF\\b", left.echoed("b"))
                .replaceAll("\\bR\\b", "b." + right.name());
    }

    /** What was found to differ, as readable text. */
    private static final class Differences {
        private final List<String> found = new ArrayList<>();

        /** Compares all at once; one by one when that fails, since one error hides the others. */
        void compareGroup(List<String> forms, Column left, Column right, boolean columns) {
            String from = " FROM edges a, edges b ORDER BY a.id, b.id";
            if (compare(written("SELECT " + String.join(", ", forms) + from, left, right), columns)) {
                return;
            }
            for (String form : forms) {
                String select = written("SELECT " + form + " FROM edges a, edges b", left, right);
                boolean answered = compare(select + " ORDER BY a.id, b.id", columns);
                for (int row = 0; Seeds.soaking() && !answered && row < EdgeValues.ROWS * EdgeValues.ROWS; row++) {
                    compare(
                            select + " WHERE a.id = " + row / EdgeValues.ROWS + " AND b.id = " + row % EdgeValues.ROWS,
                            columns);
                }
            }
        }

        /**
         * Compares one statement.
         *
         * @param columns whether echoes are columns for H2, not casts: of AND and OR it evaluates the cheaper operand first
         * @return whether H2 answered
         */
        boolean compare(String sql, boolean columns) {
            Object expected = outcome(() -> bench.h2(EdgeValues.plain(sql, columns)));
            Object actual = outcome(() -> bench.nacre(sql));
            Object inBatches = outcome(() -> bench.inBatches(sql));
            if (!actual.equals(expected) || !inBatches.equals(expected)) {
                found.add(sql + "\n  H2:    " + expected + "\n  Nacre: " + actual + "\n  in batches: " + inBatches
                        + "\n");
            }
            return expected instanceof List;
        }

        private interface Query {
            QueryBench.Answer run() throws SQLException;
        }

        private static Object outcome(Query query) {
            try {
                QueryBench.Answer answer = query.run();
                return List.of(answer.rows(), answer.types());
            } catch (SQLException e) {
                return e.getErrorCode();
            } catch (SqlLayerException e) {
                return e.getMessage();
            }
        }
    }
}
