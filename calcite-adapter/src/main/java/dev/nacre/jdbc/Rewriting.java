package dev.nacre.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;

/**
 * A statement in which H2 got other words for some of the client's.
 *
 * @param sql what the client wrote
 * @param text what H2 got
 * @param edits in the order of the text
 */
record Rewriting(String sql, String text, List<Edit> edits) {
    private static final String MARK = "[*]";

    Rewriting {
        edits = List.copyOf(edits);
    }

    /**
     * Other words.
     *
     * @param start of them in H2's text
     * @param end behind them
     * @param from where the client's begin
     * @param to behind those
     */
    record Edit(int start, int end, int from, int to) {}

    /** Makes other words for some of a statement's. */
    static final class Editor {
        private final String sql;
        private final StringBuilder text = new StringBuilder();
        private final List<Edit> edits = new ArrayList<>();
        private int done;

        Editor(String sql) {
            this.sql = sql;
        }

        /** Replaces some of the text, behind all that was replaced before. */
        void replace(int from, int to, String words) {
            text.append(sql, done, from);
            edits.add(new Edit(text.length(), text.length() + words.length(), from, to));
            text.append(words);
            done = to;
        }

        Rewriting finish() {
            text.append(sql, done, sql.length());
            return new Rewriting(sql, text.toString(), edits);
        }
    }

    /** Returns a message of H2's; where that shows H2's text with a mark in it, the client's text with the mark. */
    String restored(String message) {
        OptionalInt mark = mark(message);
        if (mark.isEmpty()) {
            return message;
        }
        int begin = message.indexOf('"');
        int end = begin + shown(text, mark.getAsInt()).length();
        return message.substring(0, begin) + shown(sql, offset(mark.getAsInt())) + message.substring(end);
    }

    /** Returns where in H2's text the mark is that a message of H2's shows; empty when it does not show the text. */
    OptionalInt mark(String message) {
        int begin = message.indexOf('"');
        for (int mark = message.indexOf(MARK); begin >= 0 && mark > begin; mark = message.indexOf(MARK, mark + 1)) {
            int index = length(message, begin + 1, mark);
            if (message.startsWith(shown(text, index), begin)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns how many characters H2 has quoted between two places of its message. */
    private static int length(String message, int from, int to) {
        int length = 0;
        for (int at = from; at < to; length++) {
            char unit = message.charAt(at);
            if (unit == '"' || message.startsWith("\\\\", at)) {
                at += 2;
            } else if (message.startsWith("\\+", at)) {
                at += 8;
                length++; // a pair of surrogates
            } else {
                at += unit == '\\' ? 5 : 1;
            }
        }
        return length;
    }

    /** Returns a statement as H2 shows it in a message. */
    private static String shown(String statement, int mark) {
        JdbcException failure =
                (JdbcException) DbException.getSyntaxError(statement, mark).getSQLException();
        String message = failure.getOriginalMessage();
        return message.substring(message.indexOf('"'), message.lastIndexOf('"') + 1);
    }

    /** Returns the place in the client's text of one in H2's. */
    int offset(int index) {
        int shift = 0;
        for (Edit edit : edits) {
            if (index < edit.start()) {
                break;
            }
            if (index < edit.end()) {
                return edit.from();
            }
            shift = edit.to() - edit.end();
        }
        return index + shift;
    }
}
