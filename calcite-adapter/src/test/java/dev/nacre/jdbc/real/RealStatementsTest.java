package dev.nacre.jdbc.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The list of statements: Nacre answers as H2 does, or refuses as the list says. */
class RealStatementsTest {
    private static final int LEAST = 150;
    private static final int LEAST_WORKING = 140;

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    /** Rows with labels, an update count, or SQLSTATE and message. */
    private record Outcome(List<String> rows, Optional<String> failure) {}

    @Test
    void listIsLongEnough() {
        List<WrittenStatement> all = WrittenStatement.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(all.stream().filter(WrittenStatement::callsFunction).count()).isGreaterThanOrEqualTo(LEAST / 2);
        assertThat(all.stream().filter(statement -> !isRefused(statement)).count())
                .isGreaterThanOrEqualTo(LEAST_WORKING);
        assertThat(all.stream().filter(statement -> statement.same().isEmpty() && !isRefused(statement)))
                .as("without a peer of " + Application.withoutPeer())
                .allMatch(statement ->
                        Application.firstWithoutPeer(statement.sql()).isEmpty());
    }

    private static boolean isRefused(WrittenStatement statement) {
        return statement.refusal().isPresent();
    }

    @Test
    void answersAsH2OrAsTheListSays() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
                Connection nacre = database.connect()) {
            Application.register(nacre, h2, folder);
            for (WrittenStatement statement : WrittenStatement.all()) {
                compare(statement, h2, nacre, softly);
            }
        }
        softly.assertAll();
    }

    private static void compare(WrittenStatement statement, Connection h2, Connection nacre, SoftAssertions softly) {
        Outcome found = outcome(nacre, statement.sql(), statement.parameters());
        if (statement.refusal().isPresent()) {
            softly.assertThat(found.failure().orElse("no failure, but " + found.rows()))
                    .as(statement.sql())
                    .startsWith(statement.refusal().get());
            return;
        }
        Outcome expected = outcome(h2, statement.same().orElse(statement.sql()), statement.parameters());
        softly.assertThat(expected.failure()).as("H2, " + statement.sql()).isEmpty();
        boolean unlabelled = statement.same().isPresent() && found.failure().isEmpty();
        softly.assertThat(unlabelled ? withoutLabels(found) : found)
                .as(statement.sql())
                .isEqualTo(unlabelled ? withoutLabels(expected) : expected);
    }

    private static Outcome withoutLabels(Outcome outcome) {
        return new Outcome(outcome.rows().subList(1, outcome.rows().size()), outcome.failure());
    }

    private static Outcome outcome(Connection connection, String sql, List<Object> parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.size(); index++) {
                statement.setObject(index + 1, parameters.get(index));
            }
            if (!statement.execute()) {
                return new Outcome(List.of("count " + statement.getUpdateCount()), Optional.empty());
            }
            try (ResultSet result = statement.getResultSet()) {
                return new Outcome(rows(result), Optional.empty());
            }
        } catch (SQLException failure) {
            String message = String.valueOf(failure.getMessage());
            return new Outcome(List.of(), Optional.of(failure.getSQLState() + " " + message));
        }
    }

    private static List<String> rows(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        StringBuilder labels = new StringBuilder();
        for (int column = 1; column <= width; column++) {
            labels.append(result.getMetaData().getColumnLabel(column)).append(" | ");
        }
        rows.add(labels.toString());
        while (result.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= width; column++) {
                row.append(result.getString(column)).append(" | ");
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
