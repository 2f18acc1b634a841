package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.testkit.Seeds;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random queries answer as the same queries over H2's aliases: the same rows, labels and types, or both an error. */
class RandomQueryTest {
    private static QueryBench bench;

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @BeforeAll
    static void openDatabase() throws SQLException {
        bench = QueryBench.inMemory(PeerFunctions.standard());
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        bench.close();
    }

    @Test
    void answersAsH2() {
        int answered = 0;
        int count = Seeds.count(200, 5_000);
        for (int number = 0; number < count; number++) {
            String sql = new RandomQuery(Seeds.random(number)).next();
            Object expected = outcome(() -> bench.h2(sql));
            Object found = outcome(() -> bench.nacre(sql));
            Object inBatches = outcome(() -> bench.inBatches(sql));
            assertThat(found).as("case %d: %s", number, sql).isEqualTo(expected);
            assertThat(inBatches).as("case %d, in batches: %s", number, sql).isEqualTo(expected);
            answered += found instanceof QueryBench.Answer ? 1 : 0;
        }
        assertThat(answered).as("queries without an error").isGreaterThan(count * 3 / 4);
    }

    private interface Query {
        QueryBench.Answer run() throws SQLException;
    }

    private static Object outcome(Query query) {
        try {
            return query.run();
        } catch (SQLException e) {
            return e.getErrorCode();
        } catch (SqlLayerException e) {
            return e.getMessage();
        }
    }
}
