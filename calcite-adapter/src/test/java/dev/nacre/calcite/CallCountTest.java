package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often functions are called: never for a row, a branch or an operand that is not needed. */
class CallCountTest {
    private QueryBench bench;

    @BeforeEach
    void openDatabase() throws SQLException {
        PeerFunctions functions = PeerFunctions.standard();
        functions.add(
                "UNLUCKY",
                values -> {
                    if (Long.valueOf(13).equals(values[0])) {
                        throw new FunctionException(FunctionErrorCode.GUEST_ERROR, "13 is unlucky");
                    }
                    return values[0];
                },
                SqlKind.BIGINT,
                SqlKind.BIGINT);
        bench = QueryBench.inMemory(functions);
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 40 readings
                "SELECT twice(n) FROM readings | TWICE | 40",
                "SELECT twice(n) FROM readings LIMIT 3 | TWICE | 3",
                "SELECT twice(n) FROM readings ORDER BY v DESC LIMIT 3 OFFSET 2 | TWICE | 3",
                "SELECT mask(payload) FROM readings ORDER BY half(v) LIMIT 4 | MASK | 4",
                "SELECT mask(payload) FROM readings ORDER BY half(v) LIMIT 4 | HALF | 40",
                "SELECT twice(id) FROM readings WHERE id <= 10 AND small(id) > 5 LIMIT 2 | SMALL | 7",
                "SELECT twice(id) FROM readings WHERE id <= 10 AND small(id) > 5 LIMIT 2 | TWICE | 2",
                "SELECT twice(id) t FROM readings ORDER BY t LIMIT 2 | TWICE | 40",
                "SELECT twice(id) FROM readings GROUP BY twice(id) | TWICE | 40",
                "SELECT count(*) FROM readings WHERE id < 5 AND small(id) = 2 | SMALL | 4",
                "SELECT id FROM readings WHERE small(id) > 38 AND twice(id) > 0 | TWICE | 2",
                "SELECT id FROM readings WHERE small(id) > 2 OR twice(id) > 0 | TWICE | 2",
                "SELECT CASE WHEN small(id) > 38 THEN twice(id) ELSE 0 END FROM readings | TWICE | 2",
                "SELECT CASE WHEN id > 38 THEN twice(id) ELSE 0 END FROM readings | TWICE | 2",
                "SELECT CASE small(id) WHEN 1 THEN 1 WHEN 2 THEN twice(id) END FROM readings | TWICE | 1",
                "SELECT CASE small(id) WHEN 1 THEN 1 WHEN 2 THEN twice(id) END FROM readings | SMALL | 40",
                "SELECT COALESCE(n, twice(id)) FROM readings | TWICE | 5",
                "SELECT id FROM readings WHERE small(id) BETWEEN 1 AND 3 | SMALL | 40",
                "SELECT id FROM readings WHERE id IN (1, small(id)) | SMALL | 39",
                "SELECT id FROM devices WHERE id > (SELECT max(twice(id)) - 7 FROM devices) | TWICE | 4",
                "SELECT id FROM readings WHERE id > (SELECT max(twice(id)) FROM devices) | TWICE | 4",
                "SELECT id FROM readings WHERE id < 0 AND EXISTS (SELECT twice(id) FROM devices WHERE even(id)) | EVEN | 0",
                "SELECT id FROM readings WHERE EXISTS (SELECT 1 FROM devices WHERE even(id)) | EVEN | 2",
                "SELECT d.id FROM devices d JOIN readings r ON twice(d.id) = r.n | TWICE | 4",
                "SELECT q.id FROM (SELECT id, twice(n) t FROM readings) q LIMIT 3 | TWICE | 3",
                "SELECT a, b FROM (SELECT twice(n) a, twice(n) b FROM readings WHERE id = 1) | TWICE | 2",
            })
    void callsNoMoreThanNeeded(String sql, String function, int calls) throws SQLException {
        bench.nacre(sql);

        assertThat(bench.functions().calls(function)).as(sql).isEqualTo(calls);
    }

    /** In batches too, but for the rows of a batch that nobody reads any more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT twice(n) FROM readings LIMIT 3 | TWICE | 3",
                "SELECT mask(payload) FROM readings ORDER BY half(v) LIMIT 4 | MASK | 4",
                "SELECT twice(id) FROM readings WHERE id <= 10 AND small(id) > 5 LIMIT 2 | SMALL | 9",
                "SELECT twice(id) FROM readings WHERE id <= 10 AND small(id) > 5 LIMIT 2 | TWICE | 2",
                "SELECT id FROM readings WHERE small(id) > 38 AND twice(id) > 0 | TWICE | 2",
                "SELECT id FROM readings WHERE small(id) > 2 OR twice(id) > 0 | TWICE | 2",
                "SELECT CASE WHEN small(id) > 38 THEN twice(id) ELSE 0 END FROM readings | TWICE | 2",
                "SELECT CASE WHEN id > 38 THEN twice(id) ELSE 0 END FROM readings | TWICE | 2",
                "SELECT CASE small(id) WHEN 1 THEN 1 WHEN 2 THEN twice(id) END FROM readings | TWICE | 1",
                "SELECT CASE small(id) WHEN 1 THEN 1 WHEN 2 THEN twice(id) END FROM readings | SMALL | 40",
                "SELECT COALESCE(n, twice(id)) FROM readings | TWICE | 5",
                "SELECT COALESCE(holes(n), twice(id)) FROM readings WHERE id <= 10 | HOLES | 10",
                "SELECT NULLIF(small(id), twice(id)) FROM readings | TWICE | 40",
                "SELECT id FROM readings WHERE small(id) BETWEEN 1 AND 3 | SMALL | 40",
                "SELECT id FROM readings WHERE twice(n) BETWEEN 1 AND small(id) | SMALL | 35",
                "SELECT id FROM readings WHERE id IN (1, small(id)) | SMALL | 39",
                "SELECT id FROM readings WHERE twice(n) = small(id) | SMALL | 35",
                "SELECT id FROM readings WHERE id > (SELECT max(twice(id)) FROM devices) | TWICE | 4",
                "SELECT id FROM readings WHERE id < 0 AND EXISTS (SELECT twice(id) FROM devices WHERE even(id)) | EVEN | 0",
                "SELECT d.id FROM devices d JOIN readings r ON twice(d.id) = r.n | TWICE | 4",
                "SELECT d.id FROM devices d JOIN readings r ON d.id = r.id AND even(d.id) AND twice(r.id) > 0 | TWICE | 2",
                "SELECT a, b FROM (SELECT twice(n) a, twice(n) b FROM readings WHERE id = 1) | TWICE | 2",
            })
    void callsNoMoreThanNeededInBatches(String sql, String function, int calls) throws SQLException {
        bench.inBatches(sql);

        assertThat(bench.functions().calls(function)).as(sql).isEqualTo(calls);
    }

    @Test
    void stopsAtMaximumRows() throws SQLException {
        PlannedQuery plan = bench.plan("SELECT twice(n) FROM readings");

        int rows = 0;
        try (Rows open = bench.open(plan, bench.functions().scope(), 5)) {
            while (open.next()) {
                rows++;
            }
        }

        assertThat(rows).isEqualTo(5);
        assertThat(bench.functions().calls("TWICE")).isEqualTo(5);
    }

    @Test
    void callsAsRowsAreFetched() throws SQLException {
        PlannedQuery plan = bench.plan("SELECT twice(n) FROM readings WHERE even(id)");

        try (Rows open = bench.open(plan, bench.functions().scope(), 0)) {
            open.start();
            assertThat(bench.functions().calls("EVEN")).isZero();

            open.next();
            assertThat(bench.functions().calls("EVEN")).isEqualTo(2);
            assertThat(bench.functions().calls("TWICE")).isEqualTo(1);
        }
    }

    @Test
    void passesAFailureOfTheGuestOn() {
        assertThatThrownBy(() -> bench.nacre("SELECT unlucky(id) FROM readings ORDER BY id"))
                .isInstanceOf(FunctionException.class)
                .hasMessage("13 is unlucky");
    }

    @Test
    void guardsPlainExpressionsThatMayFail() throws SQLException {
        String sql = "SELECT id, CASE WHEN id <> 3 AND even(id) THEN 12 / (id - 3) ELSE -1 END,"
                + " CASE WHEN id = 3 THEN 0 ELSE unlucky(12 / (id - 3)) END, COALESCE(NULLIF(id, 3) * 0, twice(1 / id))"
                + " FROM devices WHERE shout(name) <> 'x' ORDER BY id";

        QueryBench.Answer answer = bench.nacre(sql);

        assertThat(answer.rows()).hasSize(4);
        assertThat(answer.rows().get(2)).endsWith("ValueBigint 0", "ValueBigint 0");
    }

    @Test
    void computesPlainOutputsOnlyForRowsThatPass() throws SQLException {
        String sql = "SELECT 100 / (id - 3) FROM devices WHERE small(id) <> 3 ORDER BY id";

        assertThat(bench.nacre(sql).rows()).isEqualTo(bench.h2(sql).rows());
    }
}
