package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an open result of a statement with a function holds, and what it outlives. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OpenResultTest extends ReadingFixture {
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
}
