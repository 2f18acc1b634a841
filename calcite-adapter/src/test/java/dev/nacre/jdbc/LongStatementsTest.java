package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements with thousands of calls, conditions and branches: what grows with their square takes hours here, or more memory than
 * there is. The timeout is a guard against that, no measure of speed.
 */
@Timeout(240)
class LongStatementsTest {
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
    void createFunction() throws SQLException {
        connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION F(V BIGINT) RETURNS BIGINT LANGUAGE WASM AS 'file:"
                    + Guests.file("shapes-rust", folder) + "' EXPORT 'nacre:shapes/compute@0.1.0#scale-long'");
            statement.execute("CREATE TABLE T(ID INT PRIMARY KEY, N BIGINT)");
            statement.execute("INSERT INTO T VALUES (1, 10), (2, 20), (3, NULL)");
        }
    }

    private static String joined(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }

    @Test
    void selectsThousandsOfCalls() throws SQLException {
        String sql = "SELECT " + joined(10_000, ", ", index -> "F(N + " + index + ")") + " FROM T ORDER BY ID";

        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            for (int index = 0; index < 10_000; index++) {
                assertThat(result.getLong(index + 1)).isEqualTo(2L * (10 + index) + 1);
            }
        }
    }

    @Test
    void looksForOneOfManyResults() throws SQLException {
        String conditions = joined(50_000, " OR ", index -> "F(N) = " + index);

        assertThat(Rows.of(connection, "SELECT ID FROM T WHERE " + conditions)).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void mixesManyConditionsOfBothSides() throws SQLException {
        String conditions = joined(10_000, " AND ", index -> (index % 2 == 0 ? "N" : "F(N)") + " <> -" + index);

        assertThat(Rows.of(connection, "SELECT ID FROM T WHERE F(N) = 3 OR (" + conditions + ")"))
                .containsExactly(List.of(1), List.of(2));
    }

    /** Each branch is computed only where all conditions before it are not true. */
    @Test
    void guardsThousandsOfBranches() throws SQLException {
        String branches = joined(5_000, " ", index -> "WHEN N = " + index + " THEN " + index + " / (N - 20)");

        assertThat(Rows.of(connection, "SELECT CASE " + branches + " ELSE F(N) END FROM T WHERE ID <> 2 ORDER BY ID"))
                .containsExactly(List.of(-1L), Collections.singletonList(null));
    }

    @Test
    void comparesWithThousandsOfCalls() throws SQLException {
        String candidates = joined(10_000, ", ", index -> "F(" + index + ")");

        assertThat(Rows.of(connection, "SELECT ID FROM T WHERE N + 1 IN (" + candidates + ") ORDER BY ID"))
                .containsExactly(List.of(1), List.of(2));
    }

    @Test
    void readsHundredsOfCommonTables() throws SQLException {
        String tables = joined(190, ", ", index -> "Q" + index + " AS (SELECT F(" + index + ") AS A)");
        String sum = joined(190, " + ", index -> "(SELECT A FROM Q" + index + ")");

        assertThat(Rows.single(connection, "WITH " + tables + " SELECT " + sum)).isEqualTo(190L * 190);
    }
}
