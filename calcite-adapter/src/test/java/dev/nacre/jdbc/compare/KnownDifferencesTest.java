package dev.nacre.jdbc.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is no known difference: each case is one that is, but for a detail. */
class KnownDifferencesTest {
    private static final String ZERO = "SQLException org.h2.jdbc.JdbcSQLDataException 22012 22012 Division by zero";
    private static final String ROWS = "ResultSet A INTEGER, \n    [java.lang.Integer 1]\n    ";
    private static final String GONE =
            "SQLException org.h2.jdbc.JdbcSQLNonTransientException 90007 90007 The object is already closed [90007-252]";
    private static final String NOTHING =
            "SQLException org.h2.jdbc.JdbcSQLNonTransientException HY000 50000 General error:"
                    + " \"java.lang.NullPointerException: Cannot invoke\" [50000-252]";

    @Test
    void explainsAnErrorWhileReading() {
        String h2 = "answer: " + ZERO + "\n  result=null";

        assertThat(explains("execute", "fresh", h2, "answer: java.lang.Boolean true\n  result=" + ROWS + ZERO))
                .isTrue();
        assertThat(explains("executeQuery", "fresh", h2, "answer: " + ROWS + ZERO + "\n  result=ResultSet A INTEGER, "))
                .isTrue();
        assertThat(explains("execute", "fresh", h2, "answer: java.lang.Boolean true\n  result=" + ROWS))
                .isFalse();
        assertThat(explains(
                        "executeQuery", "fresh", h2, "answer: ResultSet A INTEGER, \n    " + ZERO + "\n  result=null"))
                .isFalse();
        assertThat(explains("executeQuery", "fresh", h2, "answer: " + ROWS + ZERO + "\n  result=the result"))
                .isFalse();
        assertThat(explains("setDate", "fresh", "answer: " + ZERO, "answer: org.h2.message.DbException: Division"))
                .isFalse();
    }

    @Test
    void explainsTheClassOfABatch() {
        String h2 = "answer: SQLException org.h2.jdbc.JdbcBatchUpdateException 23502 23502 NULL[1, -3]";

        assertThat(explains("executeBatch", "with a batch", h2, h2.replace("org.h2.jdbc.Jdbc", "java.sql.")))
                .isTrue();
        assertThat(explains(
                        "executeBatch",
                        "with a batch",
                        h2,
                        h2.replace("org.h2.jdbc.Jdbc", "java.sql.").replace("[1, -3]", "[0, -3]")))
                .isFalse();
        assertThat(explains(
                        Texts.Route.PASSED_ON,
                        "executeBatch",
                        "with a batch",
                        h2,
                        h2.replace("org.h2.jdbc.Jdbc", "java.sql.")))
                .isFalse();
    }

    @Test
    void explainsTheEndOfWhatWasCancelled() {
        String canceled =
                "SQLException org.h2.jdbc.JdbcSQLTimeoutException 57014 57014 Statement was canceled or the session"
                        + " timed out; SQL statement:\nSELECT A FROM T [57014-252]";
        String h2 = "answer: null\n  closed=java.lang.Boolean false\n  result=" + ROWS + "[java.lang.Integer 2]";
        String nacre = "answer: null\n  closed=java.lang.Boolean false\n  result=" + ROWS + canceled;

        assertThat(explains("cancel", "after a query", h2, nacre)).isTrue();
        assertThat(explains("getResultSet", "after a query", h2, nacre)).isFalse();
        assertThat(explains("cancel", "after a query", h2, nacre.replace("Integer 1", "Integer 3")))
                .isFalse();
        assertThat(explains("cancel", "after a query", h2, nacre.replace("Boolean false", "Boolean true")))
                .isFalse();
    }

    @Test
    void explainsSettersOfAClosedStatement() {
        assertThat(explains("setObject", "closed", "answer: " + NOTHING, "answer: " + GONE))
                .isTrue();
        assertThat(explains("setObject", "of a closed connection", "answer: " + NOTHING, "answer: " + GONE))
                .isFalse();
        assertThat(explains("getObject", "closed", "answer: " + NOTHING, "answer: " + GONE))
                .isFalse();
        assertThat(explains("setObject", "closed", "answer: " + ZERO, "answer: " + GONE))
                .isFalse();
    }

    @Test
    void explainsNothingWhereOneEntryHasNoReason() {
        String h2 = "answer: " + NOTHING + "\n  closed=java.lang.Boolean true";

        assertThat(explains("setObject", "closed", h2, "answer: " + GONE)).isFalse();
        assertThat(explains("setObject", "closed", h2, "answer: " + GONE + "\n  closed=java.lang.Boolean false"))
                .isFalse();
    }

    @Test
    void explainsTheNameOfTheDriver() {
        String h2 = "answer: java.lang.String H2 JDBC Driver";

        String nacre = "answer: java.lang.String Nacre JDBC Driver";

        assertThat(explains(Texts.Route.PASSED_ON, "getDriverName", "open", h2, nacre))
                .isTrue();
        assertThat(explains(Texts.Route.PASSED_ON, "getDatabaseProductName", "open", h2, nacre))
                .isFalse();
    }

    @Test
    void explainsAClosedPool() {
        String h2 =
                "answer: java.lang.NullPointerException: Cannot invoke \"org.h2.jdbc.JdbcConnection.rollback()\" because"
                        + " \"this.physicalConn\" is null";

        assertThat(explains(Texts.Route.PASSED_ON, "getConnection", "closed", h2, "answer: " + GONE))
                .isTrue();
        assertThat(explains(
                        Texts.Route.PASSED_ON,
                        "getConnection",
                        "closed",
                        h2.replace("physical", "last"),
                        "answer: " + GONE))
                .isFalse();
        assertThat(explains(
                        Texts.Route.PASSED_ON,
                        "getConnection",
                        "closed",
                        h2,
                        "answer: [java.sql.Connection] in PUBLIC"))
                .isFalse();
    }

    private static boolean explains(String method, String state, String h2, String nacre) {
        return explains(Texts.Route.PLANNED, method, state, h2, nacre);
    }

    private static boolean explains(Texts.Route route, String method, String state, String h2, String nacre) {
        return !KnownDifferences.reasons(Difference.of(route, method, state, h2, nacre))
                .isEmpty();
    }
}
