package dev.nacre.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.h2.H2Rows;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.jdbc.Kinds;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random statements, many of them broken: each gives rows or an SQLException that tells nothing of the inside, of the host's
 * files, or of other users, and the next statement runs.
 */
@ExtendWith(Seeds.class)
@Timeout(1_800)
class GeneratedStatementsTest {
    private static final String SECRET = "topsecretword";

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:")
            .withSettings("NACRE_CALL_TIMEOUT=100 ms;NACRE_TIMEOUT=5 s;LOCK_TIMEOUT=100");

    @TempDir
    private Path folder;

    private Connection administrator;
    private Connection visitor;

    @BeforeEach
    void create() throws SQLException {
        administrator = database.connect();
        Kinds kinds = Kinds.in(administrator).aggregate("sum-of").aggregate("touchy");
        for (String export : List.of("traps-at-42", "spin", "hog")) {
            kinds.vectorized(export, "(V BIGINT) RETURNS BIGINT");
        }
        for (String export : List.of("series", "count-from", "bad")) {
            kinds.function("tables", export);
        }
        for (String export : List.of("greet", "divide")) {
            kinds.execute("CREATE PROCEDURE " + export + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#"
                    + export + "'");
        }
        Masks.create(administrator, "MASK");
        kinds.execute(
                "CREATE COMPONENT C FROM " + Masks.bytes("echo"),
                "CREATE FUNCTION ECHO LANGUAGE WASM FROM C EXPORT 'nacre:measure/echo#text'",
                "CREATE FUNCTION PLUS LANGUAGE WASM FROM C EXPORT 'add'",
                "CREATE FUNCTION TRAP LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'trap'",
                "CREATE FUNCTION BAD_STRING LANGUAGE WASM AS " + Masks.bytes("liar") + " EXPORT 'bad-string'",
                "CREATE TABLE T(A BIGINT, B VARBINARY)",
                "INSERT INTO T SELECT X, X'00' FROM SYSTEM_RANGE(1, 50)",
                "CREATE SCHEMA S",
                "CREATE TABLE S.HIDDEN(" + SECRET + " INT)",
                "CREATE USER VISITOR PASSWORD 'v'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON T TO VISITOR");
        visitor = database.connect("VISITOR", "v");
    }

    @Test
    void endWithRowsOrOneError() throws SQLException {
        for (int round = 0; round < Seeds.count(600, 20_000); round++) {
            RandomGenerator random = Seeds.random(round);
            boolean isVisitor = random.nextInt(3) == 0;
            Connection connection = isVisitor ? visitor : administrator;
            String sql = new HostileStatements(random).next().replace("FOLDER", folder.toString());
            run(connection, random, sql, isVisitor);

            assertThat(Rows.single(connection, "SELECT 1"))
                    .as("round %d: %s", round, sql)
                    .isEqualTo(1);
            if (round % 20 == 0) {
                Masks.execute(administrator, "SELECT '" + SECRET + "'");
                assertThat(NacreDatabase.liveInstances())
                        .as("round %d: %s", round, sql)
                        .isZero();
                assertThat(H2Rows.openResults()).as("round %d: %s", round, sql).isZero();
            }
        }
    }

    private void run(Connection connection, RandomGenerator random, String sql, boolean isVisitor) {
        try {
            if (random.nextBoolean()) {
                direct(connection, sql);
            } else {
                prepared(connection, sql);
            }
        } catch (SQLException refused) {
            assertTellsNothing(refused, sql, isVisitor);
        }
    }

    private static void direct(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(100);
            if (statement.execute(sql)) {
                read(statement.getResultSet());
            }
        }
    }

    private static void prepared(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(100);
            for (int index = 1; index <= statement.getParameterMetaData().getParameterCount(); index++) {
                statement.setObject(index, index % 2 == 0 ? "a" : index);
            }
            if (statement.execute()) {
                read(statement.getResultSet());
            }
        }
    }

    private static void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            rows.getString(1);
        }
    }

    /** Of the whole chain: tools print the messages of causes, too. */
    private void assertTellsNothing(SQLException refused, String sql, boolean isVisitor) {
        assertThat(refused.getSQLState())
                .as("%s: %s", sql, refused)
                .isNotBlank()
                .isNotEqualTo("XX000");
        String written = sql.toLowerCase(java.util.Locale.ROOT);
        for (Throwable failure = refused; failure != null; failure = failure.getCause()) {
            String message = String.valueOf(failure.getMessage());
            assertThat(message).as("%s: %s", sql, refused).doesNotContain("\tat ", "NullPointer", "ClassCast");
            for (String path :
                    List.of(folder.toString(), System.getProperty("user.dir"), System.getProperty("user.home"))) {
                if (!written.contains(path.toLowerCase(java.util.Locale.ROOT))) {
                    assertThat(message).as("%s: %s", sql, failure).doesNotContain(path);
                }
            }
            if (failure instanceof SQLException) {
                assertThat(message).as("%s: %s", sql, refused).doesNotContain("java.lang.", "dev.nacre.");
            }
            if (isVisitor) {
                assertThat(message).as("%s: %s", sql, refused).doesNotContainIgnoringCase(SECRET);
            }
        }
    }
}
