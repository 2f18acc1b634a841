package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Aggregates of guests over groups. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AggregateTest {
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
                .execute("CREATE TABLE T(ID INT PRIMARY KEY, G VARCHAR, V BIGINT, W DOUBLE)")
                .execute(
                        "INSERT INTO T VALUES (1, 'a', 1, 1.5), (2, 'b', 2, 2.5), (3, 'a', 3, NULL), (4, 'b', NULL, 4),"
                                + " (5, 'c', NULL, NULL), (6, 'a', 3, 0.5)");
    }

    @Test
    void answersForEachGroup() throws SQLException {
        kinds.aggregate("sum-of").aggregate("mean");
        assertThat(kinds.rows("SELECT G, SUM_OF(V), MEAN(W) FROM T GROUP BY G ORDER BY G"))
                .containsExactly("a 7 1.0", "b 2 3.25", "c 0 null");
        assertThat(kinds.rows("SELECT SUM_OF(V) FROM T")).containsExactly("9");
    }

    /** As H2 does it: the first schema that has the name, whatever it means there. */
    @Test
    void isFoundInTheFirstSchemaThatHasItsName() throws SQLException {
        kinds.aggregate("sum-of")
                .execute(
                        "CREATE SCHEMA S2",
                        "CREATE FUNCTION S2.SUM_OF LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#greet'",
                        "SET SCHEMA_SEARCH_PATH S2, PUBLIC");
        assertThat(kinds.rows("SELECT SUM_OF(V) FROM T")).containsExactly("9");
        kinds.execute("SET SCHEMA S2", "SET SCHEMA_SEARCH_PATH PUBLIC");
        assertThat(kinds.rows("SELECT SUM_OF(V) FROM PUBLIC.T WHERE ID < 3 ORDER BY 1"))
                .containsExactly("Hello, 1", "Hello, 2");
        assertThat(kinds.rows("SELECT PUBLIC.SUM_OF(V) FROM PUBLIC.T")).containsExactly("9");
    }

    @Test
    void answersForNoRowsWithAFreshState() throws SQLException {
        kinds.aggregate("sum-of").aggregate("mean").aggregate("joined");
        assertThat(kinds.rows("SELECT SUM_OF(V), MEAN(W), JOINED(G, '-') FROM T WHERE ID < 0"))
                .containsExactly("0 null ");
        assertThat(kinds.rows("SELECT G, SUM_OF(V) FROM T WHERE ID < 0 GROUP BY G"))
                .isEmpty();
    }

    @Test
    void leavesNullsOutUnlessTheGuestTakesThem() throws SQLException {
        kinds.aggregate("counted").aggregate("collected");
        assertThat(kinds.rows("SELECT COUNTED(V), COUNT(V), COLLECTED(G) FROM T WHERE ID > 2 GROUP BY ID ORDER BY ID"))
                .containsExactly("1 1 [a]", "1 0 [b]", "1 0 [c]", "1 1 [a]");
    }

    @Test
    void countsEqualArgumentsOnceWithDistinct() throws SQLException {
        kinds.aggregate("sum-of").aggregate("dot");
        assertThat(kinds.rows("SELECT SUM_OF(DISTINCT V), SUM_OF(V) FROM T")).containsExactly("6 9");
        kinds.execute("CREATE TABLE P(A DOUBLE, B DOUBLE)", "INSERT INTO P VALUES (1, 2), (1, 2), (1, 3), (2, 2)");
        assertThat(kinds.rows("SELECT DOT(DISTINCT A, B), DOT(A, B) FROM P")).containsExactly("9.0 11.0");
    }

    @Test
    void takesTheRowsThatMeetAFilter() throws SQLException {
        kinds.aggregate("sum-of");
        assertThat(kinds.rows(
                        "SELECT SUM_OF(V) FILTER (WHERE G = 'a'), SUM_OF(DISTINCT V) FILTER (WHERE ID > 1) FROM T"))
                .containsExactly("7 5");
    }

    @Test
    void standsInHavingOrderByAndExpressions() throws SQLException {
        kinds.aggregate("sum-of");
        assertThat(kinds.rows("SELECT G FROM T GROUP BY G HAVING SUM_OF(V) > 0 ORDER BY SUM_OF(V) DESC"))
                .containsExactly("a", "b");
        assertThat(kinds.rows(
                        "SELECT CASE WHEN SUM_OF(V) > 5 THEN 'many' ELSE G END, COUNT(*), SUM(V), SUM_OF(V) + 1 FROM T"
                                + " GROUP BY G ORDER BY 2 DESC, 1"))
                .containsExactly("many 3 7 8", "b 2 2 3", "c 1 null 1");
    }

    @Test
    void givesItsConstantsToTheConstructor() throws SQLException {
        kinds.aggregate("joined");
        assertThat(kinds.rows("SELECT JOINED(G, ' + ') FROM (SELECT G FROM T ORDER BY ID)"))
                .containsExactly("a + b + a + b + c + a");
        assertThat(kinds.rows("SELECT JOINED(G, CONCAT('<', '>')) FROM T WHERE ID < 3"))
                .containsExactly("a<>b");
        try (PreparedStatement statement = connection.prepareStatement("SELECT JOINED(G, ?) FROM T WHERE ID < ?")) {
            statement.setString(1, "/");
            statement.setInt(2, 4);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("a/b/a");
            }
        }
        assertThatSqlFails(connection, "SELECT JOINED(G, G) FROM T")
                .hasState("42P13")
                .hasMessageContaining(
                        "argument 'G' goes to the constructor of the guest's resource: expected a constant")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "SELECT JOINED(G, NULL) FROM T").hasState("39004");
    }

    @Test
    void castsArgumentsAndChoosesOverloads() throws SQLException {
        kinds.aggregate("sum-of");
        assertThat(kinds.rows("SELECT SUM_OF(ID) FROM T")).containsExactly("21");
        assertThatSqlFails(connection, "SELECT SUM_OF(DATE '2020-01-01') FROM T")
                .hasState("42883")
                .hasMessageContaining("expected arguments (BIGINT), found (DATE)");
        assertThatSqlFails(connection, "SELECT SUM_OF(V, 1) FROM T").hasState("42883");
    }

    @Test
    void worksOverJoinsSubqueriesAndCalls() throws SQLException {
        kinds.aggregate("sum-of").function("procedures", "greet").aggregate("joined");
        assertThat(kinds.rows("SELECT A.G, SUM_OF(B.V) FROM T A JOIN T B ON A.G = B.G GROUP BY A.G ORDER BY 1"))
                .containsExactly("a 21", "b 4", "c 0");
        assertThat(kinds.rows("SELECT JOINED(GREET(G), '; ') FROM T WHERE ID < 3"))
                .containsExactly("Hello, a; Hello, b");
        assertThat(kinds.rows("SELECT GREET(JOINED(G, '')) FROM T WHERE ID < 3"))
                .containsExactly("Hello, ab");
        assertThat(kinds.rows("WITH S AS (SELECT G, SUM_OF(V) S FROM T GROUP BY G) SELECT MAX(S) FROM S"))
                .containsExactly("7");
        assertThat(kinds.rows("SELECT ID FROM T A WHERE V = (SELECT SUM_OF(V) FROM T B WHERE B.ID < A.ID) ORDER BY ID"))
                .containsExactly("3");
        assertThat(kinds.rows("SELECT SUM_OF(V) FROM T UNION ALL SELECT 1")).containsExactly("9", "1");
        assertThat(kinds.rows("SELECT DISTINCT SUM_OF(V) > 1 FROM T GROUP BY G ORDER BY 1"))
                .containsExactly("false", "true");
    }

    @Test
    void groupsAnewForEachRowAroundIt() throws SQLException {
        kinds.aggregate("joined");
        assertThat(kinds.rows("SELECT ID, (SELECT JOINED(B.ID, A.G) FROM T B WHERE B.G = A.G) FROM T A ORDER BY ID"))
                .containsExactly("1 1a3a6", "2 2b4", "3 1a3a6", "4 2b4", "5 5", "6 1a3a6");
    }

    @Test
    void isShownByItsName() throws SQLException {
        kinds.aggregate("sum-of");
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT SUM_OF(V), SUM_OF(DISTINCT V) + 1, SUM_OF(V) AS S FROM T")) {
            ResultSetMetaData columns = rows.getMetaData();
            assertThat(List.of(columns.getColumnLabel(1), columns.getColumnLabel(2), columns.getColumnLabel(3)))
                    .containsExactly("PUBLIC.SUM_OF(V)", "PUBLIC.SUM_OF(DISTINCT V) + 1", "S");
            assertThat(columns.getColumnTypeName(1)).isEqualTo("BIGINT");
        }
        assertThat(String.join("\n", kinds.rows("EXPLAIN SELECT SUM_OF(V) FILTER (WHERE ID > 1) FROM T")))
                .contains("WASM[PUBLIC.SUM_OF version 1, aggregate, adds in batches, removes, merges]");
    }

    @Test
    void letsGoOfAllStates() throws SQLException {
        kinds.aggregate("sum-of").function("aggregates", "live");
        assertThat(kinds.rows("SELECT COUNT(S), MAX(LIVE()) FROM (SELECT SUM_OF(X) S FROM SYSTEM_RANGE(1, 1000)"
                        + " GROUP BY X)"))
                .containsExactly("1000 0");
    }

    @Test
    void failsWithTheGuestsOwnError() throws SQLException {
        kinds.aggregate("weighted").aggregate("touchy").aggregate("picky");
        assertThatSqlFails(connection, "SELECT WEIGHTED(V, 0) FROM T")
                .hasState("38000")
                .hasMessage("function 'PUBLIC.WEIGHTED': no weight")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "SELECT TOUCHY(-V) FROM T")
                .hasState("38000")
                .hasMessageContaining("negative: -1");
        assertThatSqlFails(connection, "SELECT PICKY(V, -3) FROM T")
                .hasState("38000")
                .hasMessageContaining("negative: -3");
        assertThatSqlFails(connection, "SELECT TOUCHY(X) FROM (VALUES (40), (2)) T(X)")
                .hasState("38N01");
        assertThatSqlFails(connection, "SELECT TOUCHY(X) FROM (VALUES (7)) T(X)")
                .hasState("38N01");
        kinds.execute("SET NACRE.CALL_TIMEOUT = '200 ms'");
        assertThatSqlFails(connection, "SELECT TOUCHY(X) FROM (VALUES (13)) T(X)")
                .hasState("57014")
                .leavesUsable(connection);
        assertThat(kinds.rows("SELECT TOUCHY(X) FROM (VALUES (1), (2)) T(X)")).containsExactly("3");
    }

    @Test
    void isNullOnErrorForItsGroup() throws SQLException {
        kinds.execute(
                "CREATE AGGREGATE FUNCTION WEIGHTED LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/aggregates#weighted'"
                        + " ON ERROR NULL",
                "CREATE AGGREGATE FUNCTION TOUCHY LANGUAGE WASM FROM KINDS"
                        + " EXPORT 'nacre:kinds/aggregates#touchy' ON ERROR NULL");
        assertThat(kinds.rows("SELECT G, WEIGHTED(V, ID - 2), TOUCHY(V - 2) FROM T GROUP BY G ORDER BY G"))
                .containsExactly("a 3.5 null", "b null 0", "c null 0");
    }

    @Test
    void addsInBatchesWhereTheGuestCan() throws SQLException {
        kinds.aggregate("account").aggregate("absent").aggregate("dot");
        assertThat(kinds.rows("SELECT ACCOUNT(X) FROM SYSTEM_RANGE(1, 3000)"))
                .containsExactly("added 0, in batches 3000, removed 0, merged 0");
        assertThat(kinds.rows("SELECT ACCOUNT(X) FROM SYSTEM_RANGE(1, 1025)"))
                .containsExactly("added 1, in batches 1024, removed 0, merged 0");
        assertThat(kinds.rows(
                        "SELECT CALLS, ROW_COUNT, BATCHES FROM NACRE.FUNCTION_STATS WHERE FUNCTION_NAME = 'ACCOUNT'"))
                .containsExactly("9 4025 4");
        assertThat(kinds.rows("SELECT ABSENT(V), DOT(V, 2) FROM T")).containsExactly("2 18.0");
        kinds.execute("SET NACRE.BATCH_ROWS = 16");
        assertThat(kinds.rows("SELECT ACCOUNT(X) FROM SYSTEM_RANGE(1, 33)"))
                .containsExactly("added 1, in batches 32, removed 0, merged 0");
        kinds.execute("SET NACRE.BATCH_ROWS = 1");
        assertThat(kinds.rows("SELECT ACCOUNT(X) FROM SYSTEM_RANGE(1, 30)"))
                .containsExactly("added 30, in batches 0, removed 0, merged 0");
    }

    @Test
    void standsWhereAggregatesStand() throws SQLException {
        kinds.aggregate("sum-of");
        assertThatSqlFails(connection, "SELECT SUM_OF(SUM_OF(V)) FROM T")
                .hasCode(90054)
                .hasMessageContaining("Invalid use of aggregate function \"PUBLIC.SUM_OF(V)\"");
        assertThatSqlFails(connection, "SELECT ID FROM T WHERE SUM_OF(V) > 1")
                .hasCode(90054)
                .hasMessageContaining("Invalid use of aggregate function \"SUM_OF(V)\"")
                .leavesUsable(connection);
    }

    @Test
    void holdsManyGroupsInOneInstance() throws SQLException {
        kinds.aggregate("sum-of").function("aggregates", "live");
        assertThat(kinds.rows("SELECT COUNT(*), SUM(S), MIN(S) FROM (SELECT SUM_OF(X) S FROM SYSTEM_RANGE(1, 200000)"
                        + " GROUP BY MOD(X, 100000))"))
                .containsExactly("100000 20000100000 100002");
        assertThat(kinds.rows("SELECT INSTANCES FROM NACRE.FUNCTION_STATS WHERE FUNCTION_NAME = 'SUM_OF'"))
                .containsExactly("1");
    }

    @Test
    void boundsTheGroups() throws SQLException {
        kinds.aggregate("sum-of").execute("SET NACRE.GROUPS = 10");
        assertThatSqlFails(connection, "SELECT SUM_OF(X) FROM SYSTEM_RANGE(1, 11) GROUP BY X")
                .hasState("53400")
                .hasMessageContaining("setting groups");
    }
}
