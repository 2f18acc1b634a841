package dev.nacre.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A catalog as the version of Nacre wrote it that knew format 1 alone: what its SCRIPT gave. */
class CatalogFormatTest {
    private static final String FORMAT = "SELECT FORMAT FROM NACRE.CATALOG_VERSION";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        Sql.execute(connection, "RUNSCRIPT FROM 'classpath:catalog/format-1.sql'");
    }

    @Test
    void isReadAsItIs() throws SQLException {
        assertThat(Sql.rows(connection, "SELECT PLUS(1, 2), S.\"text ü\"('a')")).containsExactly("3 a");
        assertThat(Sql.rows(connection, "SHOW FUNCTIONS")).hasSize(2);
        assertThat(Rows.single(connection, FORMAT)).isEqualTo(1);
    }

    @Test
    void isConvertedByTheFirstChange() throws SQLException {
        var before = Sql.catalog(connection);
        connection.setAutoCommit(false);
        Sql.execute(
                connection, // what nobody read before means nothing afterwards
                "INSERT INTO NACRE.CATALOG_GRANT(FUNCTION_ID, CAPABILITY, GRANTEE, CREATED)"
                        + " SELECT MIN(FUNCTION_ID), 'EXECUTE', 'NOBODY', CURRENT_TIMESTAMP FROM NACRE.CATALOG_FUNCTION",
                "DROP FUNCTION IF EXISTS NONE");

        assertThat(Rows.single(connection, FORMAT)).isEqualTo(4);
        assertThat(Sql.rows(connection, "SELECT FUNCTION_NAME, CAPABILITY, GRANTEE FROM NACRE.GRANTS ORDER BY 1"))
                .containsExactly("PLUS EXECUTE PUBLIC", "text ü EXECUTE PUBLIC");
        assertThat(Sql.catalog(connection)).isEqualTo(before);
        assertThat(Sql.rows(connection, "SELECT FUNCTION_NAME, OPTIONS FROM NACRE.FUNCTIONS ORDER BY FUNCTION_ID"))
                .containsExactly("PLUS ", "text ü ");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM V")).isEqualTo(2L);

        Sql.component(connection, "ECHO", "echo");
        Sql.execute(connection, "CREATE FUNCTION TIMES LANGUAGE WASM FROM ECHO EXPORT 'multiply' WITH (fuel = 1000)");
        assertThat(Sql.rows(connection, "SELECT TIMES(PLUS(1, 2), 4)")).containsExactly("12");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                .isEqualTo(1L);
    }
}
