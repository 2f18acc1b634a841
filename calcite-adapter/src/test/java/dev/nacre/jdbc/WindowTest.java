package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aggregates of guests over windows. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @RegisterExtension
    final Seeds seeds = new Seeds();

    private Connection connection;
    private Kinds kinds;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        kinds = Kinds.in(connection)
                .aggregate("sum-of")
                .aggregate("joined")
                .aggregate("account")
                .aggregate("mean")
                .execute("CREATE TABLE T(ID INT PRIMARY KEY, G INT, K INT, V BIGINT)");
        kinds.execute(
                "INSERT INTO T VALUES (1, 1, 10, 1), (2, 1, 20, 2), (3, 1, 20, 4), (4, 2, 5, 8), (5, 2, NULL, 16)");
    }

    @Test
    void seesWhatItsFrameSays() throws SQLException {
        assertThat(kinds.rows("SELECT ID, SUM_OF(V) OVER () FROM T ORDER BY ID"))
                .containsExactly("1 31", "2 31", "3 31", "4 31", "5 31");
        assertThat(kinds.rows("SELECT ID, SUM_OF(V) OVER (PARTITION BY G ORDER BY K) AS S FROM T ORDER BY ID"))
                .containsExactly("1 1", "2 7", "3 7", "4 24", "5 16");
        assertThat(kinds.rows("SELECT SUM_OF(V) OVER (ORDER BY ID ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM T"))
                .containsExactly("1", "3", "6", "12", "24");
        assertThat(kinds.rows(
                        "SELECT JOINED(ID, ',') OVER (ORDER BY ID ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING) FROM T"))
                .containsExactly("2,3", "3,4", "4,5", "5", "");
        assertThat(kinds.rows("SELECT SUM_OF(V) OVER (ORDER BY K NULLS LAST RANGE BETWEEN 5 PRECEDING AND 10 FOLLOWING)"
                        + " FROM T ORDER BY ID"))
                .containsExactly("15", "6", "6", "9", "16");
        assertThat(kinds.rows("SELECT JOINED(ID, '') OVER (ORDER BY ID ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED"
                        + " FOLLOWING EXCLUDE CURRENT ROW) FROM T"))
                .containsExactly("2345", "1345", "1245", "1235", "1234");
    }

    @Test
    void standsBesideFiltersNamesAndOtherWindows() throws SQLException {
        assertThat(kinds.rows(
                        "SELECT ID, SUM_OF(V) FILTER (WHERE V > 1) OVER W S, ROW_NUMBER() OVER (ORDER BY ID DESC) R"
                                + " FROM T WINDOW W AS (PARTITION BY G) ORDER BY S DESC, ID"))
                .containsExactly("4 24 2", "5 24 1", "1 6 5", "2 6 4", "3 6 3");
        assertThat(kinds.rows("SELECT * FROM T QUALIFY SUM_OF(V) OVER (PARTITION BY G) > 20 ORDER BY ID"))
                .containsExactly("4 2 5 8", "5 2 null 16");
        assertThat(kinds.rows("SELECT DISTINCT SUM_OF(V) OVER (PARTITION BY G) + 1 FROM T ORDER BY 1"))
                .containsExactly("8", "25");
        assertThat(kinds.rows("SELECT T.*, SUM_OF(DISTINCT G) OVER (ORDER BY ID) FROM T ORDER BY ID LIMIT 4"))
                .containsExactly("1 1 10 1 1", "2 1 20 2 1", "3 1 20 4 1", "4 2 5 8 3");
    }

    @Test
    void standsOverGroups() throws SQLException {
        assertThat(kinds.rows("SELECT G, SUM_OF(SUM(V)) OVER (ORDER BY G), SUM_OF(V) FROM T GROUP BY G ORDER BY G"))
                .containsExactly("1 7 7", "2 31 24");
        assertThat(kinds.rows("SELECT G, SUM_OF(COUNT(*)) OVER () FROM T GROUP BY G HAVING SUM(V) > 10"))
                .containsExactly("2 2");
    }

    @Test
    void removesWhatLeavesTheFrameWhereTheGuestCan() throws SQLException {
        assertThat(kinds.rows("SELECT ACCOUNT(V) OVER (ORDER BY ID ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM T"))
                .contains("added 5, in batches 0, removed 3, merged 0");
        assertThat(String.join("\n", kinds.rows("EXPLAIN SELECT ACCOUNT(V) OVER (ORDER BY ID) FROM T")))
                .contains("WasmWindow")
                .contains("WASM[PUBLIC.ACCOUNT version");
    }

    @ParameterizedTest
    @CsvSource({
        "UNBOUNDED PRECEDING EXCLUDE TIES, 5001.0",
        "BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING EXCLUDE CURRENT ROW, 5000.5",
        "BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING EXCLUDE GROUP, 5000.5",
    })
    void goesOnFromRowToRowWhereExcludeLeavesNothingOut(String rows, double greatest) throws SQLException {
        assertThat(Rows.single(
                        connection,
                        "SELECT MAX(S) FROM (SELECT MEAN(X) OVER (ORDER BY X ROWS " + rows
                                + ") AS S FROM SYSTEM_RANGE(1, 10001))"))
                .isEqualTo(greatest);
    }

    @Test
    void boundsWhatIsAddedAgain() throws SQLException {
        assertThatSqlFails(
                        connection,
                        "SELECT MEAN(X) OVER (ORDER BY X ROWS BETWEEN 4999 PRECEDING AND CURRENT ROW)"
                                + " FROM SYSTEM_RANGE(1, 10000)")
                .hasState("53400")
                .hasMessageContaining("its resource has no 'remove'")
                .leavesUsable(connection);
    }

    @Test
    void refusesBadBounds() throws SQLException {
        assertThatSqlFails(connection, "SELECT SUM_OF(V) OVER (ORDER BY ID ROWS V - 5 PRECEDING) FROM T")
                .hasState("22013");
        for (String sum : List.of("SUM", "SUM_OF")) {
            assertThatSqlFails(
                            connection,
                            "SELECT " + sum + "(V) OVER (ORDER BY ID ROWS BETWEEN CURRENT ROW AND 9223372036854775807"
                                    + " FOLLOWING) FROM T")
                    .as(sum)
                    .hasState("22003");
        }
        assertThatSqlFails(connection, "SELECT SUM_OF(V) OVER W FROM T").leavesUsable(connection);
        assertThatSqlFails(connection, "SELECT G, SUM_OF(V) OVER () FROM T GROUP BY G")
                .hasState("90016");
    }

    @Test
    void answersAsH2sSumDoes() throws SQLException {
        kinds.execute("CREATE TABLE R(ID INT PRIMARY KEY, G INT, K INT, V BIGINT)");
        kinds.execute("INSERT INTO R SELECT X, MOD(X * 7, 5), CASE WHEN MOD(X, 9) > 0 THEN MOD(X * 13, 17) END,"
                + " CASE WHEN MOD(X, 11) > 0 THEN X * 3 - 70 END FROM SYSTEM_RANGE(1, 60)");
        for (int round = 0; round < Seeds.count(120, 2_000); round++) {
            RandomGenerator random = Seeds.random(round);
            String window = window(random);
            String filter = random.nextInt(4) == 0 ? " FILTER (WHERE V > 0)" : "";
            List<String> expected =
                    kinds.rows("SELECT ID, COALESCE(SUM(V)" + filter + " OVER (" + window + "), 0) FROM R ORDER BY ID");
            assertThat(kinds.rows("SELECT ID, SUM_OF(V)" + filter + " OVER (" + window + ") FROM R ORDER BY ID"))
                    .as(window)
                    .isEqualTo(expected);
        }
    }

    private static String window(RandomGenerator random) {
        String partition = random.nextBoolean() ? "PARTITION BY G " : "";
        boolean rows = random.nextBoolean();
        String key = rows ? "ID" : pick(random, "K", "K DESC", "K NULLS FIRST", "K DESC NULLS LAST");
        String order = "ORDER BY " + (rows && random.nextBoolean() ? "K, " : "") + key;
        if (random.nextInt(5) == 0) {
            return partition + (random.nextBoolean() ? order : "");
        }
        int low = random.nextInt(5);
        String lower = pick(random, "UNBOUNDED PRECEDING", "CURRENT ROW", low + " PRECEDING", low + " FOLLOWING");
        String upper = lower.endsWith("FOLLOWING")
                ? pick(random, low + random.nextInt(4) + " FOLLOWING", "UNBOUNDED FOLLOWING")
                : pick(random, "UNBOUNDED FOLLOWING", "CURRENT ROW", random.nextInt(9) + " FOLLOWING");
        String exclude = pick(
                random, "", "", "", " EXCLUDE CURRENT ROW", " EXCLUDE GROUP", " EXCLUDE TIES", " EXCLUDE NO OTHERS");
        return partition + order + (rows ? " ROWS" : " RANGE") + " BETWEEN " + lower + " AND " + upper + exclude;
    }

    private static String pick(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
