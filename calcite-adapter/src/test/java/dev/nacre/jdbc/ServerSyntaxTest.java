package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Nacre's grammar does not read and a server, which knows no functions, cannot run. */
@Timeout(120)
class ServerSyntaxTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    private Place.Opened database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = Place.SERVER.open(folder);
        connection = database.connect();
        Masks.execute(connection, "CREATE TABLE T(ID BIGINT)");
        Masks.execute(connection, "INSERT INTO T VALUES (7)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** The mark is where H2 stops in the client's text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SELECT F(ID) FROM T WHERE; 42001; SELECT F(ID) FROM T WHERE[*]",
                "SELECT PUBLIC . F(ID), F(ID) + FROM T; 42000; SELECT PUBLIC . F(ID), F(ID) + [*]FROM T",
                "SELECT F(ID), \"x[*]\" FROM T ORDER F(ID); 42000; SELECT F(ID), \"\"x[*]\"\" FROM T [*]ORDER F(ID)",
                "UPDATE T SET ID = F(ID) WHER ID = 1; 42000; UPDATE T SET ID = F(ID) [*]WHER ID = 1",
            })
    void reportsMistakesAsH2(String sql, int code, String marked) {
        assertThatSqlFails(connection, sql)
                .hasCode(code)
                .hasMessageContaining("Syntax error in SQL statement \"" + marked + "\"")
                .hasMessageContaining("SQL statement:\n" + sql)
                .leavesUsable(connection);
    }

    /** In its messages H2 escapes what is no plain character. */
    @Test
    void reportsMistakesInTextsOfSeveralLines() {
        assertThatSqlFails(connection, "SELECT F(ID),\n  '\\\uD83D\uDE00', F(ID)\nFROM T\nORDER F(ID)")
                .hasCode(42000)
                .hasMessageContaining("FROM T\\000a[*]ORDER F(ID)")
                .leavesUsable(connection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT TOP 1 F(ID) FROM T",
                "SELECT F(ID) IS OF (INTEGER) FROM T",
                "SELECT FROM F(ID) X", // a ROW in its place would be the mistake
                "UPDATE T SET ID = F(ID)",
                "CREATE VIEW V AS SELECT F(ID) FROM T",
            })
    void refusesWhatOnlyH2CouldRun(String sql) {
        assertThatSqlFails(connection, sql)
                .hasState("0A000")
                .hasMessageContaining("the database runs in another process, which knows no WebAssembly")
                .leavesUsable(connection);
    }

    @Test
    void readsWhatItNeedNotKnow() throws SQLException {
        String sql = "SELECT F(ID), E'a\\', CAST(ROW(1, INTERVAL '1' DAY) AS ROW(A INT, B INTERVAL DAY)) IS NULL,"
                + " CAST('b' AS ENUM('a', 'b')) FROM T";

        assertThat(Rows.of(connection, sql))
                .singleElement()
                .satisfies(row -> assertThat(row.subList(1, 4)).isEqualTo(List.of("a\\", false, "b")));
    }
}
