package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.H2Rows;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement with a function reads as of one point in time, whatever happens to its tables while rows are fetched. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReadingTest {
    private static final int ROWS = 300;
    private static final int SNAPSHOT = 6;
    private static final String ALL = "SELECT F(ID) FROM T";

    @RegisterExtension
    final LeakCheck leaks = LeakCheck.builder()
            .counter("live instances", NacreDatabase::liveInstances)
            .counter("open results of H2", H2Rows::openResults)
            .build();

    @TempDir
    private Path folder;

    private Place.Opened database;
    private Connection connection;

    /** How the client's connection is set up: everywhere, in autocommit mode and at each level of a transaction. */
    record Setting(Place place, int level) {
        boolean isAutoCommit() {
            return level == Connection.TRANSACTION_NONE;
        }

        boolean isLazy() {
            return place != Place.SERVER && (isAutoCommit() || level > Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    static Stream<Arguments> settings() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(
                                Connection.TRANSACTION_NONE,
                                Connection.TRANSACTION_READ_UNCOMMITTED,
                                Connection.TRANSACTION_READ_COMMITTED,
                                Connection.TRANSACTION_REPEATABLE_READ,
                                SNAPSHOT,
                                Connection.TRANSACTION_SERIALIZABLE)
                        .map(level -> Arguments.of(new Setting(place, level))));
    }

    private void open(Setting setting) throws SQLException {
        open(setting.place());
        if (!setting.isAutoCommit()) {
            connection.setTransactionIsolation(setting.level());
            connection.setAutoCommit(false);
        }
    }

    private void open(Place place) throws SQLException {
        database = place.open(folder);
        connection = database.connect();
        execute(connection, "CREATE TABLE T(ID BIGINT PRIMARY KEY, V BIGINT)");
        execute(connection, "INSERT INTO T SELECT X, 0 FROM SYSTEM_RANGE(1, " + ROWS + ")");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

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

    private static void end(Connection connection, boolean commits) throws SQLException {
        if (commits) {
            connection.commit();
        } else {
            connection.rollback();
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
    @MethodSource("settings")
    void collectsNoRowsWhereH2CanRepeatThem(Setting setting) throws SQLException {
        open(setting);
        try (Statement statement = connection.createStatement()) {
            ResultSet[] rows = new ResultSet[1];
            long allocated = allocated(
                    () -> rows[0] = statement.executeQuery("SELECT F(X) FROM SYSTEM_RANGE(1, 1000000) WHERE F(X) > 0"));

            if (setting.place() != Place.SERVER) { // there the server collects them, on a thread of its own
                assertThat(allocated < 20_000_000).isEqualTo(setting.isLazy());
            }
            assertThat(usesOwnTransaction()).isEqualTo(setting.isAutoCommit() && setting.isLazy());
            rows[0].close();
            assertThat(usesOwnTransaction()).isFalse();
        }
    }

    private interface Step {
        void take() throws SQLException;
    }

    private static long allocated(Step step) throws SQLException {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        step.take();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The session's own settings, behind Nacre's back. */
    private boolean usesOwnTransaction() throws SQLException {
        JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
        return connection.getAutoCommit() && !h2.getAutoCommit();
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"MEMORY", "FILE"})
    void leavesLazyExecutionAsTheClientSetIt(Place place) throws SQLException {
        open(place);
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        for (boolean clients : new boolean[] {false, true}) {
            execute(connection, "SET LAZY_QUERY_EXECUTION " + (clients ? 1 : 0));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(ALL)) {
                rows.next();
                assertThat(session.isLazyQueryExecution()).isEqualTo(clients);
            }
            assertThat(session.isLazyQueryExecution()).isEqualTo(clients);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"MEMORY", "FILE"})
    void holdsNoMoreRowsThanAreFetched(Place place) throws SQLException {
        open(place);
        try (Statement statement = connection.createStatement()) {
            List<Long> read = new ArrayList<>();
            long allocated = allocated(() -> {
                try (ResultSet rows =
                        statement.executeQuery("SELECT F(X) FROM SYSTEM_RANGE(1, 5000000) WHERE F(X) > 0 LIMIT 10")) {
                    read.addAll(rest(rows));
                }
            });

            assertThat(read).isEqualTo(expected(1, 10));
            assertThat(allocated).isLessThan(20_000_000);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readsOnWhileMetadataIsAskedFor(Setting setting) throws SQLException {
        open(setting);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            rows.next();
            assertThat(Rows.all(connection.getMetaData().getTables(null, "PUBLIC", null, null)))
                    .hasSize(1);
            assertThat(connection.isValid(1)).isTrue();

            assertThat(rest(rows)).isEqualTo(expected(2, ROWS));
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
    void failsWhereTheRowFailsAlsoWhenTheRestWasCollected(Setting setting) throws SQLException {
        open(setting);
        try (Statement statement = connection.createStatement()) {
            for (boolean collects : new boolean[] {false, true}) {
                List<Long> read = new ArrayList<>();

                assertThatFails("row 201", () -> {
                            ResultSet rows = statement.executeQuery("SELECT F(ID + 0 * (1 / (ID - 201))) FROM T");
                            while (rows.next()) {
                                read.add(rows.getLong(1));
                                if (collects && read.size() == 1) {
                                    execute(connection, "UPDATE T SET V = 1");
                                }
                            }
                        })
                        .hasState("22012")
                        .leavesUsable(connection);

                assertThat(read).isEqualTo(setting.isLazy() ? expected(1, 200) : List.of());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readsLargeObjectsOfRowsThatAreGone(Setting setting) throws SQLException {
        open(setting);
        String text = "x".repeat(100_000);
        try (Connection other = database.connect();
                Statement statement = connection.createStatement()) {
            execute(other, "CREATE TABLE L(ID INT PRIMARY KEY, C CLOB)");
            execute(other, "INSERT INTO L SELECT X, '" + text + "' FROM SYSTEM_RANGE(1, 3)");
            ResultSet rows = statement.executeQuery("SELECT F(ID), C FROM L ORDER BY ID");
            rows.next();
            execute(other, "DELETE FROM L");

            for (int row = 1; row <= 3; row++) {
                java.sql.Clob clob = rows.getClob(2);
                rows.next();
                assertThat(clob.getSubString(1, 200_000)).isEqualTo(text);
            }
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

    @ParameterizedTest
    @MethodSource("settings")
    void outlivesWhatAnotherConnectionDoesToTheTable(Setting setting) throws SQLException {
        for (String change : List.of(
                "TRUNCATE TABLE T", "DROP TABLE T", "ALTER TABLE T ADD COLUMN W INT", "ALTER TABLE T RENAME TO U")) {
            open(setting);
            connection.commit();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(ALL);
                    Connection other = database.connect()) {
                rows.next();

                execute(other, change);

                assertThat(rest(rows)).as(change).isEqualTo(expected(2, ROWS));
            }
            if (!change.equals("ALTER TABLE T RENAME TO U")) {
                close();
            }
        }
    }

    private static List<Long> rest(ResultSet rows) throws SQLException {
        List<Long> rest = new ArrayList<>();
        while (rows.next()) {
            rest.add(rows.getLong(1));
        }
        return rest;
    }

    private static List<Long> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rest(rows);
        }
    }

    private static List<Long> expected(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(id -> 2 * id + 1).toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
