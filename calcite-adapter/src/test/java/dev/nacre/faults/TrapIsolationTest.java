package dev.nacre.faults;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.Kinds;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest traps at some row: the statement fails, and the next one, of the same function, knows nothing of it. */
@ExtendWith(Seeds.class)
class TrapIsolationTest {
    private static final int ROWS = 60;
    private static final String LONG = "(V BIGINT) RETURNS BIGINT";

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:").withSettings("NACRE_BATCH_ROWS=16");

    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        connection = database.connect();
        Kinds.in(connection)
                .vectorized("traps-at-42", LONG)
                .vectorized("calls", LONG)
                .aggregate("touchy")
                .execute("CREATE TABLE T(ID INT PRIMARY KEY, V BIGINT)", "CREATE TABLE U(V BIGINT)");
        Masks.execute(connection, "INSERT INTO T SELECT X, X + 1000 FROM SYSTEM_RANGE(1, " + ROWS + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ID, TRAPS_AT_42(V) FROM T ORDER BY ID LIMIT 60",
                "SELECT ID, TRAPS_AT_42(V) FROM T WHERE ID > 0 ORDER BY 2 DESC",
                "SELECT TRAPS_AT_42(V) / 10, COUNT(*) FROM T GROUP BY TRAPS_AT_42(V) / 10",
                "SELECT SUM(TRAPS_AT_42(V)) FROM T HAVING COUNT(*) > 1",
                "SELECT A.ID, B.ID FROM T A JOIN T B ON TRAPS_AT_42(A.V) = B.V ORDER BY 1",
                "SELECT ID FROM T A WHERE EXISTS (SELECT 1 FROM T B WHERE TRAPS_AT_42(B.V) = A.V) ORDER BY ID",
                "SELECT ID, SUM(TRAPS_AT_42(V)) OVER (ORDER BY ID) FROM T ORDER BY ID",
                "SELECT MAX(NACRE_FN.\"PUBLIC.TRAPS_AT_42\"(V)) FROM T",
            })
    void leavesTheNextStatementClean(String query) throws SQLException {
        Object whole = Rows.of(connection, query);
        for (int round = 0; round < Seeds.count(1, 100); round++) {
            int bad = 1 + Seeds.random(round).nextInt(ROWS);
            put(42, bad);
            assertThatSqlFails(connection, query).as("row %d", bad).hasState("38N01");
            put(bad + 1000, bad);

            assertThat(Rows.of(connection, query)).as("after row %d", bad).isEqualTo(whole);
            assertThat(Rows.single(connection, "SELECT CALLS(1)")).isEqualTo(1L);
        }
    }

    private void put(long value, int id) throws SQLException {
        Masks.execute(connection, "UPDATE T SET V = " + value + " WHERE ID = " + id);
    }

    @Test
    void leavesTheNextExecutionClean() throws SQLException {
        try (PreparedStatement planned = connection.prepareStatement("SELECT TRAPS_AT_42(?), CALLS(1)");
                PreparedStatement inH2 = connection.prepareStatement("INSERT INTO U VALUES (TRAPS_AT_42(?))")) {
            for (int round = 0; round < 20; round++) {
                long value = round % 2 == 0 ? 42 : round;
                planned.setLong(1, value);
                inH2.setLong(1, value);
                if (value == 42) {
                    assertThatFails("planned", planned::executeQuery).hasState("38N01");
                    assertThatFails("in H2", inH2::execute).hasState("38N01");
                } else {
                    assertThat(Rows.all(planned.executeQuery())).hasToString("[[" + value + ", 1]]");
                    assertThat(inH2.executeUpdate()).isEqualTo(1);
                }
            }
        }
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM U")).isEqualTo(10L);
    }

    /** It traps for 99, and its destructor for 7. */
    @Test
    void leavesTheNextAggregateClean() throws SQLException {
        String query = "SELECT MOD(ID, 5), TOUCHY(V) FROM T GROUP BY MOD(ID, 5) ORDER BY 1";
        Object whole = Rows.of(connection, query);
        for (int bad : new int[] {1, 30, ROWS}) {
            put(99, bad);
            assertThatSqlFails(connection, query).hasState("38N01");
            put(bad + 1000, bad);

            assertThat(Rows.of(connection, query)).isEqualTo(whole);
        }
    }
}
