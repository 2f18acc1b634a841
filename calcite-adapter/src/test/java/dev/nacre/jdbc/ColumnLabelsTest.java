package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column without an alias is called as H2 would call it if the function were one of its own, whoever runs the statement. */
@Timeout(120)
class ColumnLabelsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void createFunctions() throws SQLException {
        connection = database.connect();
        String source = " LANGUAGE WASM AS 'file:" + Guests.file("shapes-rust", folder) + "' EXPORT 'nacre:shapes/";
        run("CREATE FUNCTION F(V BIGINT) RETURNS BIGINT" + source + "compute@0.1.0#scale-long'");
        run("CREATE FUNCTION PAD(V CHAR(5)) RETURNS CHAR(5)" + source + "echo@0.1.0#echo-string'");
        run("CREATE ALIAS J AS 'long j(long v) { return 2 * v + 1; }'");
        run("CREATE TABLE T(ID INT PRIMARY KEY, N BIGINT)");
        run("INSERT INTO T VALUES (1, 10), (2, 20)");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
            assertThat(columns.getColumnName(column)).isEqualTo(columns.getColumnLabel(column));
        }
        return names;
    }

    private List<String> names(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return names(result.getMetaData());
        }
    }

    /** Each is run by H2 through an alias, but for the first two. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT F(N), F(n+1)||'x)' FROM T",
                "SELECT * FROM (SELECT ID, F(N) FROM T)",
                "CALL F(3) + 1",
                "SELECT TOP 1 F(N), ID, F(F(N)) + 1, 'F(N)' FROM T",
                "SELECT f(id) FROM FINAL TABLE (INSERT INTO T VALUES (F(50), 1))",
                "WITH RECURSIVE R(A) AS (SELECT F(1) UNION ALL SELECT F(A) FROM R WHERE A < 100) SELECT F(A), MAX(A) FROM R GROUP BY F(A)",
            })
    void areTheOnesOfAJavaFunction(String sql) throws SQLException {
        List<String> ofJava = names(sql.replaceAll("(?i)\\bF\\(", "J("));
        run("DELETE FROM T WHERE ID > 100");

        assertThat(names(sql))
                .isEqualTo(ofJava.stream()
                        .map(name -> name.replace("J(", "F(").replace("'J(N)'", "'F(N)'"))
                        .toList());
    }

    @Test
    void findValues() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT TOP ? ID, F(N) FROM T ORDER BY ID")) {
            statement.setInt(1, 1);
            assertThat(names(statement.getMetaData())).containsExactly("ID", "PUBLIC.F(N)");
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.findColumn("PUBLIC.F(N)")).isEqualTo(2);
                assertThat(result.getLong("public.f(n)")).isEqualTo(21);
                assertThat(result.getObject("PUBLIC.F(N)", Long.class)).isEqualTo(21);
                assertThat(result.getInt("id")).isEqualTo(1);
            }
        }
    }

    /** H2 is told the type of such a result by a CAST that nobody wrote. */
    @Test
    void showNoTypesThatNobodyWrote() throws SQLException {
        assertThat(names("SELECT TOP 1 PAD('a)'), PAD(PAD('\"(')) || 1, CAST(PAD('x') AS CHAR(3)), F(1) FROM T"))
                .containsExactly(
                        "PUBLIC.PAD('a)')",
                        "PUBLIC.PAD(PUBLIC.PAD('\"(')) || '1'",
                        "CAST(PUBLIC.PAD('x') AS CHARACTER(3))",
                        "PUBLIC.F(1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CREATE VIEW V AS SELECT ID, F(N) + 1, F(ID) AS A FROM T",
                "create or replace force view public.v as SELECT ID, F(N) + 1, F(ID) AS A FROM T;",
                "CREATE TABLE V AS SELECT ID, F(N) + 1, F(ID) AS A FROM T WITH DATA",
                "CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS \"V\" AS (SELECT ID, F(N) + 1, F(ID) AS A FROM T)",
                "CREATE TABLE V AS WITH Q AS (SELECT * FROM T) SELECT ID, F(N) + 1, F(ID) AS A FROM Q",
            })
    void nameTheColumnsOfViewsAndTables(String sql) throws SQLException {
        run(sql);

        assertThat(names("SELECT * FROM V")).containsExactly("ID", "PUBLIC.F(N) + 1", "A");
        assertThat(Rows.of(connection, "SELECT \"PUBLIC.F(N) + 1\" FROM V WHERE ID = 1"))
                .containsExactly(List.of(22L));
    }

    @Test
    void leaveWrittenNamesAndEmptyTables() throws SQLException {
        run("CREATE VIEW V(X, \"Y y\") AS SELECT ID, F(N) FROM T");
        run("CREATE TABLE E AS SELECT ID, F(N) FROM T WITH NO DATA;");

        assertThat(names("SELECT * FROM V")).containsExactly("X", "Y y");
        assertThat(names("SELECT * FROM E")).containsExactly("ID", "PUBLIC.F(N)");
        assertThat(Rows.of(connection, "SELECT * FROM E")).isEmpty();
    }
}
