package dev.nacre.jdbc.compare;

import static dev.nacre.jdbc.compare.Texts.Route.ALIASED;
import static dev.nacre.jdbc.compare.Texts.Route.COMPUTED;
import static dev.nacre.jdbc.compare.Texts.Route.PASSED_ON;
import static dev.nacre.jdbc.compare.Texts.Route.PLANNED;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what Nacre's answers may differ from H2's, with the reasons that docs/jdbc.md gives. Each explains one
 * entry of what both drivers answered, precisely as its sentence says, and nothing else; one that explains nothing any more
 * fails the test.
 */
enum KnownDifferences {
    DRIVER(
            "The driver's name, its versions and the properties that it describes are Nacre's; its URL begins with"
                    + " `jdbc:nacre:h2:`.",
            PASSED_ON) {
        @Override
        boolean explains(Difference found, int entry) {
            return switch (found.method()) {
                case "getDriverName" -> found.ofNacre(entry).equals("java.lang.String Nacre JDBC Driver");
                case "getDriverVersion" -> found.ofNacre(entry).matches("java.lang.String \\d+\\.\\d+");
                case "getDriverMajorVersion", "getDriverMinorVersion", "getMajorVersion", "getMinorVersion" ->
                    found.ofNacre(entry).matches("java.lang.Integer \\d+");
                case "getPropertyInfo" ->
                    found.ofH2(entry).equals("DriverPropertyInfo[][]")
                            && found.ofNacre(entry).startsWith("DriverPropertyInfo[][user=");
                default -> false;
            };
        }
    },
    BATCH(
            "A batch that calls a function, or of which Nacre runs a part, fails with `java.sql.BatchUpdateException`; H2's own"
                    + " class is a subclass that only H2 can make. Counts, message, SQLSTATE and the chain of failures are the"
                    + " same.",
            PLANNED,
            COMPUTED,
            ALIASED) {
        private static final String OF_H2 = "SQLException org.h2.jdbc.JdbcBatchUpdateException ";

        @Override
        boolean explains(Difference found, int entry) {
            return found.ofH2(entry).startsWith(OF_H2)
                    && found.ofNacre(entry)
                            .equals("SQLException java.sql.BatchUpdateException "
                                    + found.ofH2(entry).substring(OF_H2.length()));
        }
    },
    READING(
            "Rows of a planned query are computed while they are read: an error in a row behind the first shows at"
                    + " `next`, and the rows before it are there. H2 computes all rows in `execute`.",
            PLANNED,
            COMPUTED) {
        @Override
        boolean explains(Difference found, int entry) {
            int result = found.first("result");
            int read = found.method().equals("executeQuery") ? 0 : result;
            return isResult(found.ofNacre(read), found.ofH2(0))
                    && (entry == 0 ? isExecution(found) : entry == result && isLeft(found, read, result));
        }

        private boolean isExecution(Difference found) {
            return found.method().equals("executeQuery")
                    || (found.method().equals("execute") && found.ofNacre(0).equals("java.lang.Boolean true"));
        }

        /** H2's statement has no result; Nacre's is still to be read, or was read to the failure. */
        private boolean isLeft(Difference found, int read, int result) {
            return found.ofH2(result).equals("null") && found.ofNacre(read).startsWith(found.ofNacre(result));
        }

        /** Returns whether rows were read before the failure. */
        private boolean isResult(String rows, String failure) {
            return failure.startsWith("SQLException ")
                    && rows.startsWith("ResultSet ")
                    && rows.contains("\n    [")
                    && rows.endsWith("]\n    " + failure);
        }
    },
    CANCEL(
            "`Statement.cancel` ends a planned query whose rows are still being read: the next `next` fails with 57014."
                    + " H2 has nothing to cancel after `execute`.",
            PLANNED,
            COMPUTED) {
        /** H2 notices it, or the guest that runs. */
        private static final Pattern CANCELED = Pattern.compile(
                "\\n {4}SQLException (org\\.h2\\.jdbc\\.JdbcSQLTimeoutException 57014 57014 Statement was canceled or the session"
                        + " timed out; SQL statement:\\n[^\\n]* \\[57014-252]"
                        + "|java\\.sql\\.SQLTimeoutException 57014 1201 function '[A-Z_.]+': the statement was cancelled)$");

        @Override
        boolean explains(Difference found, int entry) {
            Matcher canceled = CANCELED.matcher(found.ofNacre(entry));
            return found.method().equals("cancel")
                    && entry == found.first("result")
                    && canceled.find()
                    && found.ofH2(entry).startsWith(found.ofNacre(entry).substring(0, canceled.start()));
        }
    },
    CLOSED(
            "Setters of a planned statement that is closed fail with 90007; H2's fail with a NullPointerException in HY000"
                    + " where they convert the value first.",
            PLANNED,
            COMPUTED) {
        private static final String NULL_POINTER = "SQLException org.h2.jdbc.JdbcSQLNonTransientException HY000 50000"
                + " General error: \"java.lang.NullPointerException: ";

        @Override
        boolean explains(Difference found, int entry) {
            return found.method().startsWith("set")
                    && found.state().equals("closed")
                    && entry == 0
                    && found.ofH2(entry).startsWith(NULL_POINTER)
                    && found.ofNacre(entry).equals(GONE);
        }
    },
    POOL(
            "A pooled connection that is closed fails with 90007 when it is asked for a connection; H2's fails with a"
                    + " NullPointerException.",
            PASSED_ON) {
        @Override
        boolean explains(Difference found, int entry) {
            return found.ofH2(entry)
                            .equals(
                                    "java.lang.NullPointerException: Cannot invoke"
                                            + " \"org.h2.jdbc.JdbcConnection.rollback()\" because \"this.physicalConn\" is null")
                    && found.ofNacre(entry).equals(GONE);
        }
    };

    private static final String GONE =
            "SQLException org.h2.jdbc.JdbcSQLNonTransientException 90007 90007 The object is already closed [90007-252]";

    private final String reason;
    private final Set<Texts.Route> routes;

    /**
     * @param routes where it may be met
     */
    KnownDifferences(String reason, Texts.Route... routes) {
        this.reason = reason;
        this.routes = Set.of(routes);
    }

    /** Returns the sentence of the page. */
    String reason() {
        return reason;
    }

    /** Returns whether this is the reason for an entry that differs. */
    abstract boolean explains(Difference found, int entry);

    /** Returns the reasons for all entries that differ; nothing where one of them has none. */
    static Set<KnownDifferences> reasons(Difference found) {
        Set<KnownDifferences> reasons = EnumSet.noneOf(KnownDifferences.class);
        for (int entry = 0; entry < found.size(); entry++) {
            if (!found.isEqual(entry) && !explain(found, entry, reasons)) {
                return Set.of();
            }
        }
        return reasons;
    }

    private static boolean explain(Difference found, int entry, Set<KnownDifferences> reasons) {
        for (KnownDifferences difference : values()) {
            if (difference.routes.contains(found.route()) && difference.explains(found, entry)) {
                reasons.add(difference);
                return true;
            }
        }
        return false;
    }
}
