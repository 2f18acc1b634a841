package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SHOW, DESCRIBE and SHOW CREATE. */
class ShowTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    private void fill() throws SQLException {
        Sql.execute(
                connection,
                "CREATE COMPONENT ECHO FROM " + Sql.bytes("echo") + " WITH (fuel = 1000000) COMMENT 'numbers, it''s'",
                "CREATE COMPONENT MASKS FROM " + Sql.bytes("telemetry-c"),
                "CREATE SCHEMA \"s \"\"quoted\"\"\"",
                "CREATE FUNCTION PLUS(A BIGINT, B INT) RETURNS DECIMAL(20) LANGUAGE WASM FROM ECHO EXPORT 'add'"
                        + " DETERMINISTIC RETURNS NULL ON NULL INPUT ON ERROR NULL"
                        + " WITH (memory = '4 MiB', call_timeout = 250) COMMENT 'a ''comment'' with \"quotes\" \\ 🎵'",
                "CREATE FUNCTION PLUS(A SMALLINT, B SMALLINT) RETURNS BIGINT LANGUAGE WASM FROM ECHO EXPORT 'add'",
                "CREATE FUNCTION \"s \"\"quoted\"\"\".\"größe 🎵\"(\"ä \"\"b\" VARCHAR(10)) RETURNS VARCHAR(20)"
                        + " LANGUAGE WASM FROM ECHO EXPORT 'nacre:measure/echo#text' CALLED ON NULL INPUT",
                "CREATE FUNCTION MASK LANGUAGE WASM AS " + Sql.bytes("telemetry-c") + " EXPORT 'handle-data'",
                "CREATE FUNCTION PAIR LANGUAGE WASM AS " + Sql.bytes("shapes-c") + " EXPORT 'add'");
    }

    @Test
    void showsFunctions() throws SQLException {
        fill();

        assertThat(Sql.rows(connection, "SHOW FUNCTIONS LIKE 'P%US'"))
                .containsExactly(
                        "PUBLIC PLUS BIGINT, INTEGER DECIMAL(20) SCALAR add ECHO a 'comment' with \"quotes\" \\ 🎵",
                        "PUBLIC PLUS SMALLINT, SMALLINT BIGINT SCALAR add ECHO ");
        assertThat(Sql.rows(connection, "SHOW FUNCTIONS LIKE '\\%'")).isEmpty();
        assertThat(Sql.rows(connection, "show functions")).hasSize(5);
    }

    @Test
    void showsComponents() throws SQLException {
        assertThat(Rows.of(connection, "SHOW COMPONENTS")).isEmpty();
        fill();

        assertThat(Sql.rows(connection, "SHOW COMPONENTS"))
                .containsExactly(
                        "ECHO " + Sql.sha256("echo") + " 922 3 fuel = 1000000 numbers, it's",
                        "MASKS " + Sql.sha256("telemetry-c") + " 14216 0  ");
        assertThat(Sql.rows(connection, "SHOW COMPONENTS LIKE 'M_SKS'")).hasSize(1);
    }

    @Test
    void describesFunctions() throws SQLException {
        fill();

        String first = "PUBLIC.PLUS(BIGINT, INTEGER) ";
        String second = "PUBLIC.PLUS(SMALLINT, SMALLINT) ";
        assertThat(Sql.rows(connection, "DESCRIBE FUNCTION PLUS"))
                .containsExactly(
                        first + "parameter A BIGINT",
                        first + "parameter B INTEGER",
                        first + "returns null DECIMAL(20)",
                        first + "kind null SCALAR",
                        first + "component ECHO " + Sql.sha256("echo"),
                        first + "export null add",
                        first + "determinism null DETERMINISTIC",
                        first + "null input null RETURNS NULL ON NULL INPUT",
                        first + "error null ON ERROR NULL",
                        first + "option call_timeout 250",
                        first + "option memory 4 MiB",
                        first + "option of component fuel 1000000",
                        first + "comment null a 'comment' with \"quotes\" \\ 🎵",
                        first + "owner null ",
                        first + "execute null PUBLIC",
                        second + "parameter A SMALLINT",
                        second + "parameter B SMALLINT",
                        second + "returns null BIGINT",
                        second + "kind null SCALAR",
                        second + "component ECHO " + Sql.sha256("echo"),
                        second + "export null add",
                        second + "determinism null NOT DETERMINISTIC",
                        second + "null input null as the types of the export say",
                        second + "error null ON ERROR FAIL",
                        second + "option of component fuel 1000000",
                        second + "comment null ",
                        second + "owner null ",
                        second + "execute null PUBLIC");
    }

    @Test
    void describesComponents() throws SQLException {
        fill();

        assertThat(Sql.rows(connection, "DESCRIBE COMPONENT ECHO"))
                .containsExactly(
                        "name null ECHO",
                        "sha256 null " + Sql.sha256("echo"),
                        "bytes null 922",
                        "option fuel 1000000",
                        "comment null numbers, it's",
                        "owner null ",
                        "export nacre:measure/echo#text (\"VALUE\" CHARACTER VARYING) RETURNS CHARACTER VARYING",
                        "export nacre:measure/echo#bytes (\"VALUE\" BINARY VARYING) RETURNS BINARY VARYING",
                        "export nacre:measure/echo#longs (\"VALUE\" BIGINT ARRAY) RETURNS BIGINT ARRAY",
                        "export nacre:measure/echo#doubles (\"VALUE\" DOUBLE PRECISION ARRAY) RETURNS DOUBLE PRECISION"
                                + " ARRAY",
                        "export add (\"A\" BIGINT, \"B\" BIGINT) RETURNS BIGINT",
                        "export subtract (\"A\" BIGINT, \"B\" BIGINT) RETURNS BIGINT",
                        "export multiply (\"A\" BIGINT, \"B\" BIGINT) RETURNS BIGINT",
                        "export exclusive-or (\"A\" BIGINT, \"B\" BIGINT) RETURNS BIGINT",
                        "used by PUBLIC.PLUS(BIGINT, INTEGER) add",
                        "used by PUBLIC.PLUS(SMALLINT, SMALLINT) add",
                        "used by s \"quoted\".größe 🎵(CHARACTER VARYING(10)) nacre:measure/echo#text");
        assertThat(Sql.rows(connection, "DESCRIBE COMPONENT MASKS"))
                .contains(
                        "export handle-data (\"PAYLOAD\" BINARY VARYING) RETURNS BINARY VARYING",
                        "import local:telemetry/logger provided");
    }

    @Test
    void describesExportsThatAreNotMapped() throws SQLException {
        Sql.component(connection, "COUNTERS", "counters");

        assertThat(Sql.rows(connection, "DESCRIBE COMPONENT COUNTERS"))
                .anyMatch(row -> row.startsWith("export ") && row.contains(" not mapped: "));
    }

    @Test
    void namesSlowFunctions() throws SQLException {
        Sql.component(connection, "PATTERNS", "patterns-rust");

        assertThat(Sql.rows(connection, "DESCRIBE COMPONENT PATTERNS"))
                .anyMatch(row -> row.startsWith("slow function null "));
    }

    @Test
    void recreatesExactlyWhatItShows() throws SQLException {
        fill();
        List<String> statements = new ArrayList<>();
        for (String name : List.of(
                "COMPONENT ECHO",
                "COMPONENT MASKS",
                "FUNCTION PLUS",
                "FUNCTION MASK",
                "FUNCTION PAIR",
                "FUNCTION \"s \"\"quoted\"\"\".\"größe 🎵\"")) {
            statements.addAll(Sql.rows(connection, "SHOW CREATE " + name));
        }
        assertThat(statements).hasSize(7);
        try (Connection other = java.sql.DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            Sql.execute(other, "CREATE SCHEMA \"s \"\"quoted\"\"\"");
            Sql.execute(other, statements.toArray(String[]::new));

            assertThat(Sql.catalog(other)).isEqualTo(Sql.catalog(connection));
            assertThat(Sql.rows(other, "SHOW CREATE FUNCTION PLUS"))
                    .isEqualTo(Sql.rows(connection, "SHOW CREATE FUNCTION PLUS"));
            assertThat(Rows.single(other, "SELECT \"s \"\"quoted\"\"\".\"größe 🎵\"('x')"))
                    .isEqualTo("x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODE=MySQL", "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "MODE=Oracle", "MODE=MSSQLServer"})
    void recreatesInOtherModes(String settings) throws SQLException {
        fill();
        List<String> statements = new ArrayList<>(Sql.rows(connection, "SHOW CREATE COMPONENT ECHO"));
        statements.addAll(Sql.rows(connection, "SHOW CREATE FUNCTION \"s \"\"quoted\"\"\".\"größe 🎵\""));
        try (Connection other = java.sql.DriverManager.getConnection("jdbc:nacre:h2:mem:;" + settings)) {
            Sql.execute(other, "CREATE SCHEMA \"s \"\"quoted\"\"\"");
            Sql.execute(other, statements.toArray(String[]::new));

            assertThat(Sql.rows(other, "SHOW CREATE COMPONENT \"ECHO\"")).containsExactly(statements.get(0));
            assertThat(Sql.rows(other, "SHOW CREATE FUNCTION \"s \"\"quoted\"\"\".\"größe 🎵\""))
                    .containsExactly(statements.get(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHOW FUNCTIONS, 8",
        "SHOW COMPONENTS LIKE '%', 6",
        "DESCRIBE FUNCTION PLUS, 4",
        "DESCRIBE COMPONENT ECHO, 3",
        "SHOW CREATE FUNCTION PLUS, 1",
        "SHOW CREATE COMPONENT ECHO, 1",
    })
    void givesRowsByEveryMethod(String sql, int columns) throws SQLException {
        fill();
        List<List<Object>> rows = Rows.of(connection, sql);
        assertThat(rows).isNotEmpty().allMatch(row -> row.size() == columns);
        try (PreparedStatement prepared = connection.prepareStatement(sql);
                Statement statement = connection.createStatement();
                Statement scrollable =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            List<String> before = columns(prepared.getMetaData());
            assertThat(before).hasSize(columns);
            assertThat(prepared.execute()).isTrue();
            assertThat(Rows.all(prepared.getResultSet())).isEqualTo(rows);
            assertThat(statement.execute(sql)).isTrue();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            ResultSet executed = statement.getResultSet();
            assertThat(columns(executed.getMetaData())).isEqualTo(before);
            assertThat(Rows.all(executed)).isEqualTo(rows);
            assertThat(Rows.all(statement.executeQuery(sql))).isEqualTo(rows);
            ResultSet scrolled = scrollable.executeQuery(sql);
            assertThat(scrolled.last()).isTrue();
            assertThat(scrolled.getRow()).isEqualTo(rows.size());

            assertThatFails(sql, () -> statement.executeUpdate(sql))
                    .hasCode(org.h2.api.ErrorCode.METHOD_NOT_ALLOWED_FOR_QUERY)
                    .leavesUsable(connection);
        }
    }

    private static List<String> columns(ResultSetMetaData metaData) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= metaData.getColumnCount(); column++) {
            columns.add(metaData.getColumnLabel(column) + " " + metaData.getColumnTypeName(column) + " "
                    + metaData.isNullable(column) + " " + metaData.getColumnClassName(column));
        }
        return columns;
    }

    @Test
    void worksOverAServer() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/mem:shown;USER=sa";
        try (Connection remote = java.sql.DriverManager.getConnection(url)) {
            Sql.component(remote, "ECHO", "echo");
            Sql.execute(remote, "IMPORT FUNCTIONS FROM ECHO LIMIT TO ('add')");

            assertThat(Sql.rows(remote, "SHOW COMPONENTS")).containsExactly("ECHO " + Sql.sha256("echo") + " 922 1  ");
            assertThat(Sql.rows(remote, "DESCRIBE COMPONENT ECHO")).contains("used by PUBLIC.ADD(BIGINT, BIGINT) add");
            assertThat(Sql.rows(remote, "SHOW CREATE FUNCTION ADD"))
                    .containsExactly("CREATE FUNCTION \"PUBLIC\".\"ADD\"(\"A\" BIGINT, \"B\" BIGINT) RETURNS BIGINT"
                            + " LANGUAGE WASM FROM \"ECHO\" EXPORT 'add' NOT DETERMINISTIC ON ERROR FAIL COMMENT ''");
            assertThat(Rows.single(remote, "SELECT ADD(1, 2)")).isEqualTo(3L);
            assertThatSqlFails(remote, "DROP COMPONENT ECHO").hasState("2BP01").leavesUsable(remote);
        } finally {
            server.stop();
        }
    }

    @Test
    void refusesWhatIsNotThere() throws SQLException {
        for (String statement : List.of("DESCRIBE FUNCTION NONE", "SHOW CREATE FUNCTION NONE")) {
            assertThatSqlFails(connection, statement)
                    .hasState("42883")
                    .hasMessage("function 'PUBLIC.NONE': expected it to exist, found no such function;"
                            + " SHOW FUNCTIONS lists them");
        }
        for (String statement : List.of("DESCRIBE COMPONENT NONE", "SHOW CREATE COMPONENT NONE")) {
            assertThatSqlFails(connection, statement)
                    .hasState("42704")
                    .hasMessage("component 'NONE': expected it to exist, found no such component;"
                            + " SHOW COMPONENTS lists them");
        }
    }
}
