package dev.nacre.jdbc;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.LeakCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** A table of numbers, read in each place and at each level of a transaction. */
abstract class ReadingFixture {
    static final int ROWS = 300;
    static final int SNAPSHOT = 6;
    static final String ALL = "SELECT F(ID) FROM T";

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    Path folder;

    Place.Opened database;
    Connection connection;

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

    void open(Setting setting) throws SQLException {
        open(setting.place());
        if (!setting.isAutoCommit()) {
            connection.setTransactionIsolation(setting.level());
            connection.setAutoCommit(false);
        }
    }

    void open(Place place) throws SQLException {
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

    static void end(Connection connection, boolean commits) throws SQLException {
        if (commits) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    interface Step {
        void take() throws SQLException;
    }

    static long allocated(Step step) throws SQLException {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        step.take();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The session's own settings, behind Nacre's back. */
    boolean usesOwnTransaction() throws SQLException {
        JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
        return connection.getAutoCommit() && !h2.getAutoCommit();
    }

    static List<Long> rest(ResultSet rows) throws SQLException {
        List<Long> rest = new ArrayList<>();
        while (rows.next()) {
            rest.add(rows.getLong(1));
        }
        return rest;
    }

    static List<Long> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rest(rows);
        }
    }

    static List<Long> expected(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(id -> 2 * id + 1).toList();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
