package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sessions of the page on transactions give what they say, wherever the database is. */
class TransactionsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "transactions.md");
    private static final String ANSWER = "       -> ";
    private static final String FIRST_ROW = "; first row";

    @TempDir
    private Path folder;

    private final Map<String, ResultSet> open = new HashMap<>();

    @ParameterizedTest
    @EnumSource(Place.class)
    void showsWhatHappens(Place place) throws SQLException, IOException {
        int steps = 0;
        try (Place.Opened database = place.open(folder);
                Connection a = database.connect();
                Connection b = database.connect()) {
            List<String> lines = Files.readAllLines(PAGE);
            for (int index = 0; index < lines.size(); index++) {
                String line = lines.get(index);
                if (line.startsWith("    A: ") || line.startsWith("    B: ")) {
                    String next = lines.get(index + 1);
                    run(
                            line.charAt(4) == 'A' ? a : b,
                            line.substring(7),
                            next.startsWith(ANSWER) ? next.substring(ANSWER.length()) : null);
                    steps++;
                }
            }
        }
        assertThat(steps).isGreaterThan(30);
    }

    private void run(Connection connection, String step, @Nullable String answer) throws SQLException {
        assertThat(answered(connection, step)).as(step).isEqualTo(answer == null ? "" : answer);
    }

    private String answered(Connection connection, String step) throws SQLException {
        String key = connection.toString();
        if (step.equals("the rest")) {
            return rows(open.remove(key), Integer.MAX_VALUE);
        }
        boolean isHalf = step.endsWith(FIRST_ROW);
        String sql = isHalf ? step.substring(0, step.length() - FIRST_ROW.length()) : step;
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            if (sql.contains("?")) {
                statement.setBytes(1, Guests.bytes("shapes-rust"));
            }
            if (!statement.execute()) {
                statement.close();
                return "";
            }
            statement.closeOnCompletion();
            if (isHalf) {
                open.put(key, statement.getResultSet());
            }
            return rows(statement.getResultSet(), isHalf ? 1 : Integer.MAX_VALUE);
        } catch (SQLException failure) {
            return Integer.toString(failure.getErrorCode());
        }
    }

    private static String rows(ResultSet result, int most) throws SQLException {
        List<String> values = new ArrayList<>();
        while (values.size() < most && result.next()) {
            values.add(result.getString(1));
        }
        return String.join(", ", values);
    }
}
