package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Aggregates of guests in ROLLUP, CUBE and GROUPING SETS, and beside aggregates that only H2 knows. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class GroupingSetsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;
    private Kinds kinds;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        kinds = Kinds.in(connection)
                .aggregate("sum-of")
                .aggregate("account")
                .aggregate("mean")
                .execute("CREATE TABLE T(ID INT PRIMARY KEY, A VARCHAR, B INT, V BIGINT)")
                .execute(
                        "INSERT INTO T VALUES (1, 'x', 1, 1), (2, 'x', 1, 2), (3, 'x', 2, 4), (4, 'y', 1, 8), (5, NULL, 1, 16)");
    }

    @Test
    void rollsUp() throws SQLException {
        assertThat(kinds.rows("SELECT A, B, SUM_OF(V), COUNT(*), GROUPING(A, B) FROM T GROUP BY ROLLUP(A, B)"
                        + " ORDER BY GROUPING(A, B), A NULLS FIRST, B"))
                .containsExactly(
                        "null 1 16 1 0",
                        "x 1 3 2 0",
                        "x 2 4 1 0",
                        "y 1 8 1 0",
                        "null null 16 1 1",
                        "x null 7 3 1",
                        "y null 8 1 1",
                        "null null 31 5 3");
    }

    @Test
    void rollsUpInAWithQuery() throws SQLException {
        assertThat(kinds.rows("WITH X AS (SELECT A, SUM_OF(V) AS S FROM T GROUP BY ROLLUP(A)), Y AS (SELECT * FROM X)"
                        + " SELECT * FROM Y ORDER BY S"))
                .containsExactly("x 7", "y 8", "null 16", "null 31");
    }

    @Test
    void showsGroupingAsItIsWritten() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT GROUPING(A), SUM_OF(V) FROM T GROUP BY ROLLUP(A)")) {
            assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("GROUPING(A)");
            assertThat(rows.getMetaData().getColumnTypeName(1)).isEqualTo("BIGINT");
        }
    }

    @Test
    void makesCubesAndSets() throws SQLException {
        assertThat(kinds.rows(
                        "SELECT B, SUM_OF(V) S FROM T WHERE A = 'x' GROUP BY CUBE(A, B) ORDER BY S, B NULLS LAST"))
                .containsExactly("1 3", "1 3", "2 4", "2 4", "null 7", "null 7");
        assertThat(kinds.rows("SELECT A, B, SUM_OF(V) FROM T GROUP BY GROUPING SETS ((A), (B), ()) HAVING SUM_OF(V) > 7"
                        + " ORDER BY 3, 1, 2"))
                .containsExactly("y null 8", "null null 16", "null 1 27", "null null 31");
        assertThat(
                        kinds.rows(
                                "SELECT A, B, SUM_OF(V) FROM T WHERE A IS NOT NULL GROUP BY A, ROLLUP(B) ORDER BY 1, 2 NULLS LAST"))
                .containsExactly("x 1 3", "x 2 4", "x null 7", "y 1 8", "y null 8");
    }

    @Test
    void givesTheTotalOfNoRows() throws SQLException {
        assertThat(kinds.rows("SELECT A, SUM_OF(V) FROM T WHERE FALSE GROUP BY ROLLUP(A)"))
                .containsExactly("null 0");
    }

    @Test
    void mergesStatesWhereTheGuestCan() throws SQLException {
        assertThat(kinds.rows("SELECT ACCOUNT(V), MEAN(V) FROM T GROUP BY ROLLUP(A, B) HAVING GROUPING(A) = 1"))
                .containsExactly("added 3, in batches 2, removed 0, merged 4 6.2");
        assertThat(kinds.rows("SELECT ACCOUNT(DISTINCT V) FROM T GROUP BY ROLLUP(A, B) HAVING GROUPING(A) = 1"))
                .containsExactly("added 0, in batches 5, removed 0, merged 0");
    }

    @Test
    void standsBesideAggregatesThatOnlyH2Knows() throws SQLException {
        assertThat(kinds.rows("SELECT A, SUM_OF(V), LISTAGG(B + 0, ';') WITHIN GROUP (ORDER BY ID DESC),"
                        + " MEDIAN(V) FILTER (WHERE ID > 1), LISTAGG('-') FROM T GROUP BY A ORDER BY A NULLS FIRST"))
                .containsExactly("null 16 1 16 -", "x 7 2;1;1 3.0 -,-,-", "y 8 1 8 -");
        assertThat(kinds.rows("SELECT B, ARRAY_AGG(V ORDER BY V DESC) FROM T GROUP BY ROLLUP(B)"
                        + " HAVING SUM_OF(V) > 4 ORDER BY 1"))
                .containsExactly("null [16, 8, 4, 2, 1]", "1 [16, 8, 2, 1]");
    }

    @Test
    void refusesWhatItCannotGroup() throws SQLException {
        assertThatSqlFails(connection, "SELECT SUM_OF(V), ROW_NUMBER() OVER () FROM T GROUP BY A")
                .hasState("0A000")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "SELECT SUM_OF(V) FROM T GROUP BY GROUPING SETS (A, A)")
                .hasState("0A000")
                .hasMessageContaining("a grouping set that stands there twice");
        assertThatSqlFails(connection, "SELECT SUM_OF(V), GROUPING(V) FROM T GROUP BY ROLLUP(A)")
                .hasState("0A000")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "SELECT B, SUM_OF(V) FROM T GROUP BY ROLLUP(A)")
                .hasState("90016");
    }
}
