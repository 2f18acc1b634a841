package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands in the way of dropping a function: what calls it, and nothing that only speaks of it. */
class AliasUsesTest {
    private static final String CALL = "\"NACRE_FN\".\"PUBLIC.MASK\"(";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        Masks.create(connection, "MASK");
    }

    @Test
    void dropsAFunctionOfWhichTextsSpeak() throws SQLException {
        Connection h2 = connection.unwrap(JdbcConnection.class);
        Masks.execute(h2, "CREATE TABLE T(A VARCHAR DEFAULT '" + CALL + "1)' CHECK (A <> 'it''s " + CALL + "'))");
        Masks.execute(h2, "COMMENT ON TABLE T IS 'calls " + CALL + "'");
        Masks.execute(h2, "COMMENT ON COLUMN T.A IS 'é " + CALL + "'");
        Masks.execute(h2, "CREATE VIEW V AS SELECT '" + CALL + "' AS \"it's\" FROM T");
        Masks.execute(h2, "CREATE TABLE U(\"" + CALL.replace("\"", "\"\"") + "\" INT)");

        Masks.execute(connection, "DROP FUNCTION MASK");

        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90022);
        assertThat(Rows.of(connection, "SELECT * FROM V")).isEmpty();
    }

    @Test
    void namesTheViewThatCallsItBesideTextsThatDoNot() throws SQLException {
        Masks.execute(connection, "CREATE TABLE T(A VARCHAR DEFAULT '" + CALL + "')");
        Masks.execute(connection, "CREATE VIEW V AS SELECT 'it''s' AS \"it's\", MASK(X'00') AS M");

        assertThatSqlFails(connection, "DROP FUNCTION MASK")
                .hasState("2BP01")
                .hasMessage("function 'PUBLIC.MASK': view 'PUBLIC.V' calls it: it would lose its result of type BINARY"
                        + " VARYING; drop what calls it first");
    }

    @Test
    void namesTheViewThatCallsAFunctionWithLettersBeyondAscii() throws SQLException {
        Masks.create(connection, "\"M\u00fcll \uD83D\uDE00\"");
        Masks.execute(connection, "CREATE VIEW V AS SELECT \"M\u00fcll \uD83D\uDE00\"(X'00') AS M");

        assertThatSqlFails(connection, "DROP FUNCTION \"M\u00fcll \uD83D\uDE00\"")
                .hasState("2BP01");
        assertThat(Rows.single(connection, "SELECT M FROM V")).isEqualTo("aa");
    }

    @Test
    void makesAnewWhatWasDroppedByHandWhenFunctionsChange() throws SQLException {
        Masks.execute(connection, "CREATE VIEW V AS SELECT MASK(X'00') AS M");
        Masks.create(connection, "OTHER");
        Masks.execute(connection.unwrap(JdbcConnection.class), "DROP ALIAS NACRE_FN.\"PUBLIC.OTHER\"");

        Masks.create(connection, "THIRD");

        Masks.execute(connection, "CREATE TABLE T AS SELECT OTHER(THIRD(M)) AS M FROM V");
        assertThat(Rows.single(connection, "SELECT M FROM T")).isEqualTo("aa");
    }
}
