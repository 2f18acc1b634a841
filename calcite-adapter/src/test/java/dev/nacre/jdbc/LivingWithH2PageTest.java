package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The statements of {@code docs/living-with-h2.md} answer what stands below them. */
class LivingWithH2PageTest {
    private static final Path PAGE = Path.of("..", "docs", "living-with-h2.md");

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    @Test
    void answersAsThePageSays() throws Exception {
        for (String guest : List.of("telemetry-rust", "telemetry-c", "shapes-rust")) {
            Guests.file(guest, folder);
        }
        Connection connection = database.connect();
        String sql = "";
        int compared = 0;
        for (String line : statements()) {
            if (line.startsWith("-- ")) {
                assertThat(answer(connection, sql)).as(sql).startsWith(line.substring(3));
                sql = "";
                compared++;
            } else {
                if (!sql.isEmpty()) {
                    assertThat(answer(connection, sql)).as(sql).doesNotMatch("(?s)[0-9A-Z]{5} .*");
                }
                sql = line;
            }
        }
        assertThat(answer(connection, sql)).isNotNull();
        assertThat(compared).isGreaterThan(10);
    }

    private List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("```")) {
                inside = line.equals("```sql");
            } else if (inside && !line.isEmpty()) {
                statements.add(line.replace("file:", "file:" + folder + "/"));
            }
        }
        return statements;
    }

    private static String answer(Connection connection, String sql) {
        if (sql.isEmpty()) {
            return "";
        }
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql.substring(0, sql.length() - 1))) {
                List<?> rows = Rows.all(statement.getResultSet());
                return sql.startsWith("EXPLAIN")
                        ? ((List<?>) rows.get(0)).get(0).toString()
                        : rows.toString();
            }
            int count = statement.getUpdateCount();
            return count + (count == 1 ? " row" : " rows");
        } catch (SQLException failure) {
            return failure.getSQLState() + " " + failure.getMessage();
        }
    }
}
