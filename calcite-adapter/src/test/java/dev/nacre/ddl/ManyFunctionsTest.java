package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements about very many functions at once: all of them, or none. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ManyFunctionsTest {
    private static final int COUNT = 1500;

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void createComponent() throws SQLException {
        connection = database.connect();
        try (PreparedStatement statement = connection.prepareStatement("CREATE COMPONENT C FROM ?")) {
            statement.setBytes(1, ManyExports.component(COUNT));
            statement.execute();
        }
    }

    @Test
    void importsAndDropsAll() throws SQLException {
        Sql.execute(connection, "IMPORT FUNCTIONS FROM C");

        assertThat(Sql.rows(connection, "SELECT F0(7), F" + (COUNT - 1) + "(8)"))
                .containsExactly("7 8");
        assertThat(count()).containsExactly(COUNT + "");
        Sql.execute(connection, "CREATE TABLE T AS SELECT F" + (COUNT - 1) + "(5) AS X");
        assertThat(Sql.rows(connection, "SELECT X FROM T")).containsExactly("5");

        Sql.execute(connection, "DROP COMPONENT C CASCADE");

        assertThat(Sql.catalog(connection)).allMatch(List::isEmpty);
        assertThat(Sql.rows(connection, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES"))
                .containsExactly("0");
    }

    @Test
    void importsNoneWhereTheLastIsTaken() throws SQLException {
        Sql.execute(connection, "CREATE FUNCTION F" + (COUNT - 1) + " LANGUAGE WASM FROM C EXPORT 'f0'");

        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM C").hasState("42723");

        assertThat(count()).containsExactly("1");
    }

    @Test
    void dropsNoneWhereAViewCallsOne() throws SQLException {
        Sql.execute(connection, "IMPORT FUNCTIONS FROM C", "CREATE VIEW V AS SELECT F700(1) AS X");
        for (int table = 0; table < 100; table++) {
            Sql.execute(connection, "CREATE TABLE T" + table + "(A INT DEFAULT 1, B VARCHAR CHECK (B <> ''))");
        }

        assertThatSqlFails(connection, "DROP COMPONENT C CASCADE")
                .hasState("2BP01")
                .hasMessageContaining("function 'PUBLIC.F700': view 'PUBLIC.V' calls it");

        assertThat(count()).containsExactly(COUNT + "");
        assertThat(Sql.rows(connection, "SELECT X FROM V")).containsExactly("1");
    }

    private List<String> count() throws SQLException {
        return Sql.rows(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_FUNCTION");
    }
}
