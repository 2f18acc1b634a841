package dev.nacre.jdbc.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In what Nacre's answers may differ from H2's, with the reasons that docs/jdbc.md gives. Each is told by what both
 * drivers answered, line by line, and used by the test: one that explains nothing any more fails it.
 */
enum KnownDifferences {
    DRIVER("The driver's name and versions are Nacre's; its URL begins with `jdbc:nacre:h2:`.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            return (h2.equals("answer: java.lang.String H2 JDBC Driver") && nacre.endsWith("Nacre JDBC Driver"))
                    || (isVersion(h2) && isVersion(nacre));
        }
    },
    BATCH("A batch of which Nacre runs a part fails with `java.sql.BatchUpdateException`; H2's own class is a subclass"
            + " that only H2 can make. Counts, message, SQLSTATE and the chain of failures are the same.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            return h2.replace("org.h2.jdbc.JdbcBatchUpdateException", "java.sql.BatchUpdateException")
                    .equals(nacre);
        }
    },
    READING("Rows of a planned query are computed while they are read: an error in a row behind the first shows at"
            + " `next`, and the rows before it are there. H2 computes all rows in `execute`.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            String failure = h2.substring(h2.indexOf(' ', h2.indexOf("SQLException") + 1) + 1);
            return h2.contains("SQLException") && !nacre.contains("SQLException") && rest.contains(failure);
        }
    },
    CANCEL("`Statement.cancel` ends a planned query whose rows are still being read: the next `next` fails with 57014."
            + " H2 has nothing to cancel after `execute`.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            return !h2.contains(" 57014 ") && nacre.contains(" 57014 ");
        }
    },
    PARAMETER_COLUMN(
            "A result column that is nothing but a parameter has the type of the value that the statement ran with, told"
                    + " by the first row. H2 shows the type of the value that is set at the moment, before and after.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            return (h2.contains("ResultSet P ") && nacre.contains("ResultSet P "))
                    || (h2.contains("getColumnLabel=P,") && nacre.contains("getColumnLabel=P,"));
        }
    },
    CLOSED("Setters of a closed planned statement fail with 90007 at once. H2's convert the value first and may fail"
            + " with what they find there, also with a NullPointerException in HY000.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            return nacre.contains(" 90007 ") && h2.contains("SQLException ");
        }
    },
    SEVERAL_PREPARED(
            "A text of several statements of which one calls a function cannot be prepared (0A000); `Statement` runs it.") {
        @Override
        boolean explains(Texts texts, String h2, String nacre, String rest) {
            return !h2.contains("SQLException ")
                    && nacre.contains(" 0A000 3000 ")
                    && nacre.contains("expected the statement to go on otherwise");
        }
    };

    private static final Set<KnownDifferences> USED = ConcurrentHashMap.newKeySet();

    private final String reason;

    KnownDifferences(String reason) {
        this.reason = reason;
    }

    /** Returns the sentence of the page. */
    String reason() {
        return reason;
    }

    /**
     * Returns whether this is the reason for a line of Nacre's answer that differs from H2's.
     *
     * @param rest all that Nacre answered
     */
    abstract boolean explains(Texts texts, String h2, String nacre, String rest);

    static Set<KnownDifferences> used() {
        return Set.copyOf(USED);
    }

    /** Returns whether the first line that differs has a reason. */
    static boolean explain(Texts texts, String expected, String found) {
        String[] left = expected.split("\n", -1);
        String[] right = found.split("\n", -1);
        int line = 0;
        while (line < Math.min(left.length, right.length) && left[line].equals(right[line])) {
            line++;
        }
        String h2 = line < left.length ? left[line] : "";
        String nacre = line < right.length ? right[line] : "";
        List<KnownDifferences> reasons = new ArrayList<>();
        for (KnownDifferences difference : values()) {
            if (difference.explains(texts, h2, nacre, found)) {
                reasons.add(difference);
            }
        }
        USED.addAll(reasons);
        return !reasons.isEmpty();
    }

    private static boolean isVersion(String answer) {
        return answer.matches("answer: java.lang.(Integer \\d|String \\d+\\.\\d+.*)");
    }
}
