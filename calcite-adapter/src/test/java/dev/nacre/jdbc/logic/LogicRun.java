package dev.nacre.jdbc.logic;

import dev.nacre.sql.syntax.SyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the records of files on H2 and on Nacre, as they are and with functions. */
final class LogicRun {
    private static final int TIMEOUT_SECONDS = 60;

    private final Connection h2;
    private final Connection nacre;
    private final Wrapper wrapper;
    private final List<String> differences = new ArrayList<>();
    private final TreeMap<String, Integer> refusals = new TreeMap<>();
    private int records;
    private int wrapped;
    private int ran;

    LogicRun(Connection h2, Connection nacre, Path folder) {
        this.h2 = h2;
        this.nacre = nacre;
        this.wrapper = new Wrapper(h2, new IdentityFunctions(nacre, h2, folder));
    }

    /**
     * Runs a file.
     *
     * @param queries after how many queries to stop
     */
    void run(LogicFile file, int queries) throws SQLException {
        int left = queries;
        for (LogicFile.Record record : file.records()) {
            if (left == 0) {
                break;
            }
            if (record instanceof LogicFile.Change change) {
                records++;
                compare(change.sql(), outcome(h2, change.sql(), true), outcome(nacre, change.sql(), true));
            } else if (record instanceof LogicFile.Query query) {
                left--;
                records++;
                query(query);
            }
        }
        drop();
    }

    private void query(LogicFile.Query query) throws SQLException {
        Outcome expected = outcome(h2, query.sql(), query.ordered());
        compare(query.sql(), expected, outcome(nacre, query.sql(), query.ordered()));
        if (expected.failure().isEmpty()) {
            wrapped(query, expected);
        }
    }

    private void wrapped(LogicFile.Query query, Outcome expected) throws SQLException {
        Optional<String> sql;
        try {
            sql = wrapper.wrap(query.sql());
        } catch (SyntaxException unknown) {
            wrapped++;
            refused("grammar: " + unknown.getMessage());
            return;
        }
        if (sql.isPresent()) {
            wrapped++;
            judge(sql.get(), expected, outcome(nacre, sql.get(), query.ordered()), query.ordered());
        }
    }

    /** What H2 itself refuses with its own functions in these places is not for Nacre to run. */
    private void judge(String sql, Outcome expected, Outcome found, boolean ordered) throws SQLException {
        if (found.equals(expected)) {
            ran++;
        } else if (found.failure().equals(Optional.of("0A000"))) {
            refused(found.message());
        } else if (outcome(h2, sql, ordered).failure().equals(found.failure())
                && found.failure().isPresent()) {
            refused("H2 refuses it too: " + found.message());
        } else {
            differences.add(sql + "\n  H2:    " + expected.shortened() + "\n  Nacre: " + found.shortened());
        }
    }

    private void refused(String message) {
        refusals.merge(
                message.replaceAll("line \\d+, column \\d+: |'[^']*'|\"[^\"]*\"", "")
                        .lines()
                        .findFirst()
                        .orElse(""),
                1,
                Integer::sum);
    }

    private void compare(String sql, Outcome expected, Outcome found) {
        if (!found.equals(expected)) {
            differences.add(sql + "\n  H2:    " + expected.shortened() + "\n  Nacre: " + found.shortened());
        }
    }

    /** What came of a statement; the message is not compared. */
    private record Outcome(List<String> rows, Optional<String> failure, String message) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Outcome outcome && rows.equals(outcome.rows) && failure.equals(outcome.failure);
        }

        @Override
        public int hashCode() {
            return rows.hashCode() + failure.hashCode();
        }

        String shortened() {
            String text = failure.map(state -> state + " " + message).orElseGet(rows::toString);
            return text.substring(0, Math.min(text.length(), 1_000));
        }
    }

    private static Outcome outcome(Connection connection, String sql, boolean ordered) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            if (!statement.execute(sql)) {
                return new Outcome(List.of("count " + statement.getUpdateCount()), Optional.empty(), "");
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return new Outcome(ordered ? rows : rows.stream().sorted().toList(), Optional.empty(), "");
        } catch (SQLException failure) {
            return new Outcome(List.of(), Optional.of(failure.getSQLState()), failure.getMessage());
        }
    }

    private static String row(ResultSet result) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.append(result.getObject(column)).append(" | ");
        }
        return row.toString();
    }

    /** Files use the same names. */
    private void drop() throws SQLException {
        for (Connection connection : List.of(h2, nacre)) {
            List<String> drops = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet tables = statement.executeQuery(
                            "SELECT TABLE_NAME, TABLE_TYPE"
                                    + " FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC' ORDER BY TABLE_TYPE DESC")) {
                while (tables.next()) {
                    String kind = tables.getString(2).equals("VIEW") ? "VIEW" : "TABLE";
                    drops.add("DROP " + kind + " IF EXISTS \"" + tables.getString(1) + "\" CASCADE");
                }
            }
            try (Statement statement = connection.createStatement()) {
                for (String drop : drops) {
                    statement.execute(drop);
                }
            }
        }
    }

    /** Returns the records whose answers are not H2's, with both. */
    List<String> differences() {
        return differences;
    }

    /** Returns how many records were run. */
    int records() {
        return records;
    }

    /** Returns how many of the queries with functions, of those that H2 answers without, Nacre answered. */
    double share() {
        return wrapped == 0 ? 0 : (double) ran / wrapped;
    }

    /** Returns what was counted, and why queries with functions did not run. */
    String report() {
        StringBuilder report = new StringBuilder();
        report.append(records).append(" records; ").append(wrapped).append(" queries with functions, of which ");
        report.append(ran).append(" ran\n");
        refusals.forEach((reason, count) ->
                report.append("  ").append(count).append(": ").append(reason).append('\n'));
        return report.toString();
    }
}
