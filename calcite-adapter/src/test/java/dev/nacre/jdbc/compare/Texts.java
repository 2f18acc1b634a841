package dev.nacre.jdbc.compare;

/**
 * The statements of a route, the same for both drivers: function SAME is Java's under H2 and WebAssembly's under Nacre.
 *
 * @param query gives all rows of SAMPLE
 * @param prepared takes a value of any type and an ID
 * @param call as {@link java.sql.Connection#prepareCall} takes it, with one parameter
 * @param name what H2 calls the one column of that
 */
record Texts(Route route, String query, String prepared, String call, String name) {
    /** Who runs the statements. */
    enum Route {
        /** H2 alone. */
        PASSED_ON,
        /** Nacre, over H2's columns. */
        PLANNED,
        /** Nacre, with columns that come from guests. */
        COMPUTED,
        /** H2, which calls the function: through an alias, where it is Nacre's. */
        ALIASED
    }

    static Texts of(Route route) {
        return switch (route) {
            case PASSED_ON ->
                new Texts(
                        route,
                        "SELECT * FROM SAMPLE ORDER BY ID",
                        "SELECT ? AS P, ID, V FROM SAMPLE WHERE ID = ?",
                        "CALL CAST(? AS INTEGER) + 1",
                        "CAST(?1 AS INTEGER) + 1");
            case PLANNED ->
                new Texts(
                        route,
                        "SELECT * FROM SAMPLE WHERE SAME(ID) = ID ORDER BY ID",
                        "SELECT ? AS P, ID, V FROM SAMPLE WHERE SAME(ID) = ?",
                        "SELECT SAME(CAST(? AS INTEGER))",
                        "PUBLIC.SAME(CAST(?1 AS INTEGER))");
            case COMPUTED ->
                new Texts(
                        route,
                        "SELECT SAME(ID) AS ID, SAME_BOOLEAN(B), SAME_BIGINT(L) AS L, SAME_DOUBLE(D) AS D, SAME_TEXT(V) AS V,"
                                + " SAME_BYTES(VB) AS VB, SAME_DATE(DA) AS DA, SAME_UUID(U) AS U FROM SAMPLE ORDER BY ID",
                        "SELECT SAME_BYTES(CAST(? AS VARBINARY)) AS P, SAME(ID) AS ID, V FROM SAMPLE WHERE ID = SAME(?)",
                        "SELECT SAME(?)",
                        "PUBLIC.SAME(?1)");
            case ALIASED -> // ROWNUM() is what Nacre does not plan
                new Texts(
                        route,
                        "SELECT * FROM SAMPLE WHERE SAME(ID) = ID AND ROWNUM() < 9 ORDER BY ID",
                        "SELECT ? AS P, ID, V FROM SAMPLE WHERE SAME(ID) = ? AND ROWNUM() < 9",
                        "CALL SAME(CAST(? AS INTEGER))",
                        "PUBLIC.SAME(CAST(?1 AS INTEGER))");
        };
    }

    /** Returns a statement that adds a row to KEYED. */
    String insert(String value) {
        return "INSERT INTO KEYED(V) VALUES (" + text(value) + ")";
    }

    /** Returns the beginning of a statement that changes all rows of KEYED. */
    String update(String value) {
        return "UPDATE KEYED SET V = " + text(value);
    }

    /** Bytes, because a string of Java's may be none that a guest takes. */
    private String text(String value) {
        return route == Route.ALIASED ? "CAST(SAME_BYTES(CAST(" + value + " AS VARBINARY)) AS VARCHAR)" : value;
    }
}
