package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.Kinds;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What guests can find out of the state that they run in, after all that hostile ones have done to theirs, is what they find
 * in a database that is new: memory and its bounds, counters, random numbers, clocks, what lives.
 */
class FingerprintTest {
    private static final List<String> FINGERPRINT = List.of(
            "SELECT GROW(), GROW(), GROW()",
            "SELECT CALLS(X) FROM SYSTEM_RANGE(1, 9)",
            "SELECT COUNT(*), SUM(LENGTHS(LONG_TEXTS(X * 100))) FROM SYSTEM_RANGE(1, 9)",
            "SELECT * FROM TABLE(COUNT_TO(1, 4))",
            "SELECT ACCOUNT(X) FROM SYSTEM_RANGE(1, 9)",
            "SELECT RANDOM_BYTES(16), RANDOM_BYTES(16) FROM SYSTEM_RANGE(1, 2)",
            "SELECT TICKS() FROM SYSTEM_RANGE(1, 3)",
            "CALL NOTES()");

    private static final List<String> HOSTILE = List.of(
            "SELECT GROW() FROM SYSTEM_RANGE(1, 3)",
            "SELECT HOG(X) FROM SYSTEM_RANGE(40, 44)",
            "SELECT TRAPS_AT_42(X) FROM SYSTEM_RANGE(40, 44)",
            "SELECT SPIN(X) FROM SYSTEM_RANGE(40, 44)",
            "SELECT LONGER(X) FROM SYSTEM_RANGE(40, 44)",
            "SELECT CALLS(X) FROM SYSTEM_RANGE(1, 5000)",
            "SELECT LENGTH(LONG_TEXTS(X * 1000000)) FROM SYSTEM_RANGE(1, 9)",
            "SELECT * FROM TABLE(COUNT_FROM(1)) LIMIT 5000",
            "SELECT * FROM TABLE(BAD('hoard')) LIMIT 5000",
            "SELECT * FROM TABLE(BAD('trap'))",
            "SELECT * FROM TABLE(CLINGY('trap'))",
            "SELECT TOUCHY(V) FROM (VALUES (1), (99)) T(V)",
            "SELECT TOUCHY(V) FROM (VALUES (1), (7)) T(V)",
            "SELECT RANDOM_BYTES(X) FROM SYSTEM_RANGE(1, 300)",
            "SELECT TICKS() FROM SYSTEM_RANGE(1, 300)",
            "CALL NOTE('x')",
            "CALL TRAP()",
            "SELECT OUT_OF_BOUNDS()",
            "SELECT RECURSE(1000000)");

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @Test
    void isThatOfANewDatabase() throws SQLException {
        List<Object> fresh;
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            create(connection);
            fresh = fingerprint(connection);
        }
        Connection hostile = database.connect();
        create(hostile);
        try (Prepared prepared = new Prepared(hostile)) {
            prepared.run();
            Masks.execute(hostile, "CREATE USER VISITOR PASSWORD 'v' ADMIN");
            Connection other = database.connect();
            Connection visitor = database.connect("VISITOR", "v");
            for (String statement : HOSTILE) {
                run(hostile, statement);

                assertThat(fingerprint(hostile)).as(statement).isEqualTo(fresh);
                assertThat(fingerprint(other)).as(statement).isEqualTo(fresh);
                assertThat(fingerprint(visitor)).as(statement).isEqualTo(fresh);
                assertThat(prepared.run()).as(statement).isEqualTo(fresh);
            }
        }
    }

    private static void create(Connection connection) throws SQLException {
        Kinds kinds = Kinds.in(connection).aggregate("account").aggregate("touchy");
        for (String export : List.of("calls", "hog", "traps-at-42", "spin", "longer")) {
            kinds.vectorized(export, "(V BIGINT) RETURNS BIGINT");
        }
        kinds.vectorized("long-texts", "(V BIGINT) RETURNS VARCHAR")
                .vectorized("lengths", "(T VARCHAR) RETURNS BIGINT");
        for (String export : List.of("count-to", "count-from", "bad", "clingy")) {
            kinds.function("tables", export);
        }
        for (String export : List.of("note", "notes", "trap")) {
            kinds.execute("CREATE PROCEDURE " + export + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#"
                    + export + "'");
        }
        kinds.execute(
                "CREATE FUNCTION GROW LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'allocate-all'",
                "CREATE FUNCTION OUT_OF_BOUNDS LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'out-of-bounds'",
                "CREATE FUNCTION RECURSE LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'recurse'",
                "CREATE FUNCTION RANDOM_BYTES LANGUAGE WASM AS " + Masks.bytes("probe-rust") + " EXPORT 'random-bytes'",
                "CREATE FUNCTION TICKS LANGUAGE WASM AS " + Masks.bytes("probe-rust")
                        + " EXPORT 'monotonic-nanoseconds'");
    }

    private static List<Object> fingerprint(Connection connection) throws SQLException {
        List<Object> answers = new ArrayList<>();
        for (String query : FINGERPRINT) {
            answers.add(Rows.of(connection, query));
        }
        return answers;
    }

    private static void run(Connection connection, String statement) throws SQLException {
        Masks.execute(connection, "SET NACRE.CALL_TIMEOUT = '300 ms'");
        try {
            Rows.of(connection, statement);
        } catch (SQLException expected) {
            assertThat(expected.getSQLState()).as("%s: %s", statement, expected).doesNotStartWith("42");
        } finally {
            Masks.execute(connection, "SET NACRE.CALL_TIMEOUT = NULL");
        }
    }

    /** Statements that were prepared before. */
    private static final class Prepared implements AutoCloseable {
        private final List<PreparedStatement> statements = new ArrayList<>();

        Prepared(Connection connection) throws SQLException {
            for (String query : FINGERPRINT) {
                statements.add(connection.prepareStatement(query));
            }
        }

        List<Object> run() throws SQLException {
            List<Object> answers = new ArrayList<>();
            for (PreparedStatement statement : statements) {
                answers.add(Rows.all(statement.executeQuery()));
            }
            return answers;
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : statements) {
                statement.close();
            }
        }
    }
}
