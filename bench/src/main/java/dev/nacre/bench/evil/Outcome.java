package dev.nacre.bench.evil;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a strike: rows, or a failure behind some rows.
 *
 * @param rows the first of them, values as text
 * @param failure what ended it
 */
public record Outcome(List<List<String>> rows, Optional<Failure> failure) {
    private static final int SHOWN_TEXT = 200;

    public Outcome {
        rows = List.copyOf(rows);
    }

    /**
     * An error as SQL shows it.
     *
     * @param state the SQLSTATE; empty when it is no SQLException
     */
    public record Failure(String state, String message) {
        static Failure of(SQLException failure) {
            List<String> messages = new ArrayList<>();
            for (SQLException each = failure; each != null; each = each.getNextException()) {
                messages.add(String.valueOf(each.getMessage()));
            }
            return new Failure(String.valueOf(failure.getSQLState()), String.join("\n", messages));
        }

        static Failure of(Throwable thrown) {
            return new Failure("", thrown.toString());
        }
    }

    static Outcome ofRows(List<List<String>> rows) {
        return new Outcome(rows, Optional.empty());
    }

    /** Returns it in a line for people. */
    String summary() {
        String text = failure.map(failed -> failed.state() + " " + failed.message())
                .orElseGet(() -> rows.size() == 1 ? String.valueOf(rows.get(0)) : rows.size() + " rows");
        return text.length() > SHOWN_TEXT ? text.substring(0, SHOWN_TEXT) + "..." : text;
    }
}
