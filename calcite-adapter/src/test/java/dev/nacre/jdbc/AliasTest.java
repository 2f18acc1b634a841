package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Functions that H2 calls by itself, on Nacre's connections and on plain ones. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AliasTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;
    private Connection plain;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        plain = DriverManager.getConnection(database.url().replace("jdbc:nacre:h2:", "jdbc:h2:"));
        run(connection, "CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
        run(connection, "INSERT INTO R SELECT X, X'0102' FROM SYSTEM_RANGE(1, 1000)");
    }

    @org.junit.jupiter.api.AfterEach
    void disconnect() throws SQLException {
        plain.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void create(String signature, String guest, String export) throws SQLException {
        run(
                connection,
                "CREATE FUNCTION " + signature + " LANGUAGE WASM AS X'"
                        + HexFormat.of().formatHex(Guests.bytes(guest)) + "' EXPORT '" + export + "'");
    }

    @Test
    void answersPlainConnections() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");

        assertThat(Rows.single(plain, "SELECT NACRE_FN.\"PUBLIC.MASK\"(P) FROM R WHERE ID = 1"))
                .isEqualTo("aba8");
        assertThat(Rows.single(plain, "SELECT NACRE_FN.\"PUBLIC.MASK\"(CAST(NULL AS VARBINARY))"))
                .isNull();
        assertThat(Rows.of(plain, "SELECT DISTINCT NACRE_FN.\"PUBLIC.MASK\"(P) FROM R"))
                .containsExactly(List.of("aba8"));
    }

    @Test
    void failsAsPlannedCallsDo() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        create("TRAP", "hostile", "trap");

        assertThatSqlFails(plain, "SELECT NACRE_FN.\"PUBLIC.MASK\"(X'')")
                .hasState("38000")
                .hasMessageContaining("function 'PUBLIC.MASK': Payload cannot be empty; SQL statement:")
                .leavesUsable(plain);
        assertThatSqlFails(plain, "SELECT NACRE_FN.\"PUBLIC.TRAP\"()")
                .hasState("38N01")
                .leavesUsable(plain);
        assertThatSqlFails(plain, "SELECT NACRE_FN.\"PUBLIC.TRAP\"(1)")
                .hasState("42883")
                .leavesUsable(plain);
    }

    /** H2 puts the values of a row behind the text, leaves out what follows its end, and quotes nothing in other refusals. */
    @Test
    void quotesTheStatementAsH2Does() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        String insert = "INSERT INTO R VALUES (1, mask(?)) ";

        try (PreparedStatement statement = connection.prepareStatement(insert + "; ")) {
            assertThatFails("a value that is missing", statement::executeUpdate)
                    .hasMessage("Parameter \"#1\" is not set; SQL statement:\n" + insert + " [90012-252]");
            statement.setBytes(1, new byte[] {1, 2});
            assertThatFails("a key that is there", statement::executeUpdate)
                    .hasCode(23505)
                    .hasMessageEndingWith("; SQL statement:\n" + insert + " [23505-252]");
            statement.close();
            assertThatFails("a closed statement", statement::executeUpdate)
                    .hasMessage("The object is already closed [90007-252]");
        }
        String conversion = "INSERT INTO R VALUES (CAST(mask(X'01') AS DATE), X'01'), (2, X'02')";
        assertThatSqlFails(connection, conversion + " ; -- no more")
                .hasMessage("Data conversion error converting \"BINARY VARYING to DATE\"; SQL statement:\n" + conversion
                        + " -- (CAST(PUBLIC.MASK(X'01') AS DATE), X'01') [22018-252]");
    }

    @Test
    void isStoppedByCancel() throws Exception {
        create("SPIN", "hostile", "spin");
        try (Statement statement = plain.createStatement()) {
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(() -> cancelSoon(statement));

            assertThatFails("a runaway", () -> statement.executeQuery("SELECT NACRE_FN.\"PUBLIC.SPIN\"()"))
                    .hasState("57014")
                    .hasMessageContaining("function 'PUBLIC.SPIN': the statement was cancelled")
                    .leavesUsable(plain);
            canceller.get(60, TimeUnit.SECONDS);
        }
    }

    private static void cancelSoon(Statement statement) {
        try {
            Thread.sleep(300);
            statement.cancel();
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void isStoppedByTheTimeout() throws SQLException {
        create("SPIN", "hostile", "spin");
        try (Statement statement = plain.createStatement()) {
            statement.setQueryTimeout(1);

            assertThatFails("a runaway", () -> statement.executeQuery("SELECT NACRE_FN.\"PUBLIC.SPIN\"()"))
                    .hasState("57014")
                    .hasMessageContaining("ran longer than its timeout 1 s")
                    .leavesUsable(plain);
        }
    }

    @Test
    void followsTheCatalog() throws SQLException {
        create("F", "shapes-rust", "scale");
        assertThat(Rows.single(plain, "SELECT NACRE_FN.\"PUBLIC.F\"(3)")).isEqualTo(7.0);

        run(connection, "DROP FUNCTION F");
        assertThatSqlFails(plain, "SELECT NACRE_FN.\"PUBLIC.F\"(3)").hasCode(90022);

        create("F", "shapes-rust", "scale-long");
        assertThat(Rows.single(plain, "SELECT NACRE_FN.\"PUBLIC.F\"(3)")).isEqualTo(7L);
    }

    @Test
    void keepsTheFunctionsOfViews() throws SQLException {
        create("F", "shapes-rust", "scale");
        run(plain, "CREATE VIEW V AS SELECT ID, NACRE_FN.\"PUBLIC.F\"(ID) AS X FROM R");

        assertThatSqlFails(connection, "DROP FUNCTION F")
                .hasState("2BP01")
                .hasMessage("function 'PUBLIC.F': view 'PUBLIC.V' calls it: it would lose its result of type DOUBLE"
                        + " PRECISION; drop what calls it first");
        assertThatFails("another result", () -> create("F(X BIGINT) RETURNS BIGINT", "shapes-rust", "scale-long"))
                .hasState("2BP01")
                .hasMessageContaining("has overloads with the same number of parameters");
        assertThat(Rows.single(plain, "SELECT SUM(X) FROM V WHERE ID <= 2")).hasToString("8");

        run(connection, "DROP VIEW V");
        run(connection, "DROP FUNCTION F");
    }

    @Test
    void compilesNoViewWithTheRightsOfAnAdministrator(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "TOP_SECRET");
        create("F", "shapes-rust", "scale");
        run(plain, "CREATE USER GUEST PASSWORD 'secret'");
        run(plain, "CREATE SCHEMA THEIRS AUTHORIZATION GUEST");
        String url = database.url().replace("jdbc:nacre:h2:", "jdbc:h2:");
        try (Connection guest = DriverManager.getConnection(url, "GUEST", "secret")) {
            run(
                    guest,
                    "CREATE FORCE VIEW THEIRS.V AS SELECT C.*, \"NACRE_FN\".\"PUBLIC.F\"(1) AS F FROM CSVREAD('"
                            + secret + "') AS C");
            run(connection, "CREATE VIEW W AS SELECT F(ID) AS X FROM R WHERE ID = 1");
            run(plain, "DROP ALIAS NACRE_FN.\"PUBLIC.F\"");

            create("G", "shapes-rust", "scale");

            assertThat(Rows.of(
                            guest, "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'THEIRS'"))
                    .isEmpty();
        }
        assertThat(Rows.single(plain, "SELECT X FROM W")).isEqualTo(3.0);
    }

    @Test
    void leavesAliasesOfOthersInItsSchema() throws SQLException {
        run(plain, "CREATE SCHEMA NACRE_FN");
        run(plain, "CREATE ALIAS NACRE_FN.ROOT FOR 'java.lang.Math.sqrt'");
        run(plain, "CREATE ALIAS NACRE_FN.\"PUBLIC.F\" FOR 'java.lang.Math.sqrt'");
        run(plain, "CREATE TABLE NACRE_FN.T(A DOUBLE DEFAULT NACRE_FN.ROOT(9))");
        run(plain, "CREATE ALIAS NACRE_FN.TWICE AS 'int twice(int a) { return 2 * a; }'");

        create("F", "shapes-rust", "scale");
        create("G", "shapes-rust", "scale");

        assertThat(Rows.of(plain, "SELECT NACRE_FN.ROOT(9), NACRE_FN.TWICE(2), NACRE_FN.\"PUBLIC.F\"(9)"))
                .containsExactly(List.of(3.0, 4, 3.0));
        run(connection, "UPDATE R SET P = NULL WHERE G(ID) > 5");
        assertThatSqlFails(connection, "UPDATE R SET P = NULL WHERE F(ID) > 5")
                .hasState("0A000")
                .hasMessageContaining("its alias \"NACRE_FN\".\"PUBLIC.F\" is missing");
    }

    @Test
    void goesWithItsSchema() throws SQLException {
        run(connection, "CREATE SCHEMA S");
        create("S.F", "shapes-rust", "scale");
        run(connection, "CREATE VIEW V AS SELECT S.F(3) AS X");
        assertThatSqlFails(connection, "ALTER SCHEMA S RENAME TO T")
                .hasState("2BP01")
                .hasMessageContaining("view 'PUBLIC.V' calls it: it would get another name");

        run(connection, "DROP VIEW V");
        run(connection, "ALTER SCHEMA S RENAME TO T");
        assertThat(Rows.single(plain, "SELECT NACRE_FN.\"T.F\"(3)")).isEqualTo(7.0);
        assertThatSqlFails(plain, "SELECT NACRE_FN.\"S.F\"(3)").hasCode(90022);

        run(connection, "DROP SCHEMA T CASCADE");
        assertThatSqlFails(plain, "SELECT NACRE_FN.\"T.F\"(3)").hasCode(90022);
    }

    @Test
    void hidesAliasesFromTheMetadata() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        run(connection, "CREATE ALIAS ROOT FOR 'java.lang.Math.sqrt'");
        java.sql.DatabaseMetaData metadata = connection.getMetaData();

        assertThat(Rows.all(metadata.getSchemas()).toString()).contains("NACRE").doesNotContain("NACRE_FN");
        assertThat(Rows.all(metadata.getSchemas(null, "NACRE%")).toString()).doesNotContain("NACRE_FN");
        assertThat(Rows.all(metadata.getProcedures(null, null, null)).toString())
                .contains("ROOT")
                .doesNotContain("NACRE_FN");
        assertThat(Rows.all(metadata.getProcedureColumns(null, null, null, null))
                        .toString())
                .contains("ROOT")
                .doesNotContain("NACRE_FN");
        assertThat(Rows.all(plain.getMetaData().getProcedures(null, "NACRE_FN", null)))
                .hasSize(1);
    }

    @Test
    void takesNamesOfAnyKind() throws SQLException {
        run(connection, "CREATE SCHEMA \"A.B\"");
        run(connection, "CREATE SCHEMA A");
        run(connection, "CREATE SCHEMA \"ü (1) \"\"q\"\"\"");
        create("\"A.B\".C", "shapes-rust", "scale");
        create("A.\"B.C\"", "shapes-rust", "scale-long");
        create("\"ü (1) \"\"q\"\"\".\"$f 'x' ☃\"", "shapes-rust", "scale-long");
        run(connection, "CREATE TABLE T(D DOUBLE, L BIGINT, U BIGINT)");

        run(connection, "INSERT INTO T VALUES (\"A.B\".C(1.25), A.\"B.C\"(2), \"ü (1) \"\"q\"\"\".\"$f 'x' ☃\"(3))");

        assertThat(Rows.of(connection, "SELECT * FROM T")).containsExactly(List.of(3.5, 5L, 7L));
        run(connection, "DROP FUNCTION \"ü (1) \"\"q\"\"\".\"$f 'x' ☃\"");
        assertThatSqlFails(connection, "INSERT INTO T(U) VALUES (\"ü (1) \"\"q\"\"\".\"$f 'x' ☃\"(3))")
                .hasCode(90022);
    }

    @Test
    void saysWhyThereIsNoAlias() throws SQLException {
        String longName = "F" + "x".repeat(254);
        create('"' + longName + '"', "shapes-rust", "scale");

        assertThatSqlFails(connection, "DELETE FROM R WHERE \"" + longName + "\"(ID) = 1")
                .hasState("0A000")
                .hasMessageContaining("H2 cannot run the statement either: the schema and the name of 'PUBLIC."
                        + longName + "' are longer than a name of H2");

        create("G", "shapes-rust", "scale");
        run(plain, "DROP ALIAS NACRE_FN.\"PUBLIC.G\"");
        assertThatSqlFails(connection, "DELETE FROM R WHERE G(ID) = 1")
                .hasState("0A000")
                .hasMessageContaining("its alias \"NACRE_FN\".\"PUBLIC.G\" is missing");
        assertThat(Rows.single(connection, "SELECT G(3)")).isEqualTo(7.0);
    }

    @Test
    void refusesInADatabaseOfAnotherProcess() throws SQLException {
        org.h2.tools.Server server = org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists")
                .start();
        try (Connection remote = DriverManager.getConnection(
                        "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/mem:aliases");
                Statement statement = remote.createStatement()) {
            statement.execute("CREATE TABLE T(X DOUBLE)");
            statement.execute("CREATE FUNCTION F LANGUAGE WASM AS X'"
                    + HexFormat.of().formatHex(Guests.bytes("shapes-rust")) + "' EXPORT 'scale'");

            assertThatSqlFails(remote, "UPDATE T SET X = F(X)")
                    .hasState("0A000")
                    .hasMessageContaining("H2 cannot run the statement either: the database runs in another process")
                    .leavesUsable(remote);
            assertThat(Rows.single(remote, "SELECT F(3)")).isEqualTo(7.0);
            assertThat(Rows.of(remote, "SELECT * FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'NACRE_FN'"))
                    .isEmpty();
        } finally {
            server.stop();
        }
    }
}
