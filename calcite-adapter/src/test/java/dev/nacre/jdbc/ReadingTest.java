package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement with a function reads as of one point in time, whatever happens to its tables while rows are fetched. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReadingTest extends ReadingFixture {
    @ParameterizedTest
    @MethodSource("settings")
    void keepsItsRowsWhileAnotherConnectionDeletesThem(Setting setting) throws SQLException {
        open(setting);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL);
                Connection other = database.connect()) {
            rows.next();

            execute(other, "DELETE FROM T");
            execute(other, "INSERT INTO T VALUES (7000, 0)");

            assertThat(rest(rows)).isEqualTo(expected(2, ROWS));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void keepsItsRowsWhileItsOwnConnectionChangesThem(Setting setting) throws SQLException {
        open(setting);
        try (Statement statement = connection.createStatement();
                Statement update = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT F(ID), ID, V FROM T")) {
            long sum = 0;
            while (rows.next()) {
                assertThat(update.executeUpdate(
                                "UPDATE T SET V = V + 1, ID = ID + 10000 WHERE ID = " + rows.getLong(2)))
                        .isEqualTo(1);
                assertThat(rows.getLong(3)).isZero();
                sum++;
            }

            assertThat(sum).isEqualTo(ROWS);
            assertThat(Rows.single(connection, "SELECT SUM(V) FROM T WHERE ID > 10000"))
                    .hasToString(Integer.toString(ROWS));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void seesWhatItsConnectionHasNotCommitted(Setting setting) throws SQLException {
        open(setting);
        execute(connection, "UPDATE T SET ID = ID + 1000 WHERE ID <= 10");
        execute(connection, "INSERT INTO T VALUES (5000, 0)");
        execute(connection, "DELETE FROM T WHERE ID BETWEEN 11 AND " + ROWS);

        assertThat(read(connection, "SELECT F(ID) FROM T ORDER BY ID"))
                .isEqualTo(LongStream.concat(LongStream.rangeClosed(1001, 1010), LongStream.of(5000))
                        .mapToObj(id -> 2 * id + 1)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void leavesTheTransactionToTheClient(Setting setting) throws SQLException {
        open(setting);
        execute(connection, "INSERT INTO T VALUES (5000, 0)");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            rows.next();
            assertThat(connection.getAutoCommit()).isEqualTo(setting.isAutoCommit());
            assertThat(connection.getTransactionIsolation())
                    .isEqualTo(setting.isAutoCommit() ? Connection.TRANSACTION_READ_COMMITTED : setting.level());
        }
        assertThat(connection.getAutoCommit()).isEqualTo(setting.isAutoCommit());
        try (Connection other = database.connect()) {
            assertThat(Rows.single(other, "SELECT COUNT(*) FROM T WHERE ID = 5000"))
                    .isEqualTo(setting.isAutoCommit() ? 1L : 0L);
        }
        if (!setting.isAutoCommit()) {
            connection.rollback();
            assertThat(Rows.single(connection, "SELECT COUNT(*) FROM T")).isEqualTo((long) ROWS);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readsOnAfterTheTransactionHasEnded(Setting setting) throws SQLException {
        open(setting);
        try (Statement statement = connection.createStatement()) {
            for (boolean commits : new boolean[] {true, false}) {
                ResultSet rows = statement.executeQuery(ALL);
                rows.next();
                execute(connection, "DELETE FROM T WHERE ID = 1");
                end(connection, commits);

                assertThat(rest(rows)).as("commits: %s", commits).hasSizeBetween(ROWS - 2, ROWS - 1);
                assertThat(rows.isClosed()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void keepsItsRowsOverASavepoint(Setting setting) throws SQLException {
        open(setting);
        if (setting.isAutoCommit()) {
            return;
        }
        execute(connection, "DELETE FROM T WHERE ID > 200");
        Savepoint savepoint = connection.setSavepoint();
        execute(connection, "DELETE FROM T WHERE ID > 100");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            rows.next();
            connection.rollback(savepoint);

            assertThat(rest(rows)).isEqualTo(expected(2, 100));
        }
        assertThat(read(connection, ALL)).isEqualTo(expected(1, 200));
        connection.rollback();
        assertThat(read(connection, ALL)).isEqualTo(expected(1, ROWS));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readsTwoStatementsInTurns(Setting setting) throws SQLException {
        open(setting);
        try (Statement first = connection.createStatement();
                Statement second = connection.createStatement();
                ResultSet up = first.executeQuery(ALL);
                ResultSet down = second.executeQuery("SELECT F(ID) FROM T ORDER BY ID DESC")) {
            for (long id = 1; id <= ROWS; id++) {
                assertThat(up.next()).isTrue();
                assertThat(down.next()).isTrue();
                assertThat(up.getLong(1)).isEqualTo(2 * id + 1);
                assertThat(down.getLong(1)).isEqualTo(2 * (ROWS + 1 - id) + 1);
            }
            assertThat(up.next() || down.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ, SNAPSHOT})
    void readsAReadOnlyDatabase(int level) throws SQLException {
        open(Place.FILE);
        String url = connection.getMetaData().getURL();
        close();
        connection = java.sql.DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r", "sa", "");
        if (level > 0) {
            connection.setTransactionIsolation(level);
            connection.setAutoCommit(false);
        }
        try (Statement first = connection.createStatement();
                Statement second = connection.createStatement();
                ResultSet up = first.executeQuery(ALL)) {
            up.next();
            assertThat(rest(second.executeQuery(ALL))).isEqualTo(expected(1, ROWS));
            assertThatFails("an update", () -> execute(connection, "UPDATE T SET V = 1"))
                    .hasCode(90097);

            assertThat(rest(up)).isEqualTo(expected(2, ROWS));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void keepsOneCurrentTime(Setting setting) throws SQLException {
        open(setting);
        String sql = "SELECT CURRENT_TIMESTAMP, 100 / (ID + 3) FROM T WHERE F(ID) > 0";

        assertThat(new java.util.HashSet<>(
                        Rows.of(connection, sql).stream().map(row -> row.get(0)).toList()))
                .hasSize(1);
    }
}
