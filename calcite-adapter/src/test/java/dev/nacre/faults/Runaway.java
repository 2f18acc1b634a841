package dev.nacre.faults;

import dev.nacre.jdbc.Kinds;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.Guests;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement whose guest does not come back, and the same with arguments for which it does.
 *
 * @param place where SQL has the guest
 * @param endless never ends by itself
 * @param harmless the same functions, with an end
 */
record Runaway(String place, String endless, String harmless) {
    /** The functions that H2 calls by itself have their own time: a server does not know what the client's session sets. */
    private static final String SOON = "100 ms";

    private static final String LATE = "1 h";

    private static final String MOST = "2147483647";

    /** Returns all that is run by Nacre where the connection is. */
    static List<Runaway> all() {
        return List.of(
                of("SELECT", "SELECT SPIN(N) FROM T%s", "", " WHERE N = 1"),
                of("WHERE", "SELECT N FROM T WHERE %s SPIN(N) > 0", "", "N = 1 AND"),
                of("aggregate", "SELECT TOUCHY(%s) FROM T", "13", "1"),
                of("table function", "SELECT * FROM TABLE(SERIES(%s))", "42", "3"),
                of("cursor", "SELECT COUNT(*) FROM TABLE(BAD('%s'))", "loop", "good"),
                of(
                        "processor",
                        "SELECT * FROM TABLE(FRAGILE(TABLE(SELECT '%s', CAST(N AS INT), CAST(N AS INT) FROM T)))",
                        "loop",
                        "fine"),
                of(
                        "join condition",
                        "SELECT A.N FROM (SELECT N FROM T%s) A JOIN T B ON SPIN(A.N) = B.N",
                        "",
                        " WHERE N = 1"),
                of("constant", "SELECT SPIN_THE_SAME(%s) FROM T", "42", "1"),
                of("source of INSERT", "INSERT INTO U SELECT SPIN(N) FROM T%s", "", " WHERE N = 1"),
                of(
                        "CREATE COMPONENT",
                        "CREATE OR REPLACE COMPONENT TRIED FROM %s",
                        bytes("spin-at-start"),
                        bytes("echo")),
                of(
                        "CREATE FUNCTION",
                        "CREATE OR REPLACE FUNCTION TRIED LANGUAGE WASM AS %s",
                        bytes("spin-at-start") + " EXPORT 'never'",
                        bytes("echo") + " EXPORT 'add'"),
                of("bulk memory operations", "SELECT FILL(%s)", MOST, "1"),
                of("calls of the host", "SELECT LOG_FLOOD(%s)", MOST, "1"),
                of("recursion", "SELECT MUTUAL(%s)", "1", "NULL"));
    }

    /** Returns those that H2 calls by itself, where the database is: one for each way to stop them. */
    static Runaway called(boolean isSoon) {
        return of("view", "SELECT X FROM " + (isSoon ? "SOON" : "LATE") + "_VIEW%s", "", " WHERE N = 1");
    }

    private static Runaway of(String place, String statement, String endless, String harmless) {
        return new Runaway(place, String.format(statement, endless), String.format(statement, harmless));
    }

    private static String bytes(String guest) {
        return Masks.bytes(guest);
    }

    /** Makes what the statements use. */
    static void prepare(Connection connection) throws SQLException {
        Kinds.in(connection)
                .execute(
                        "CREATE TABLE T(N BIGINT PRIMARY KEY)",
                        "INSERT INTO T VALUES (1), (42), (43)",
                        "CREATE TABLE U(N BIGINT)",
                        "CREATE FUNCTION SPIN" + vector("spin"),
                        "CREATE FUNCTION SPIN_THE_SAME" + vector("spin") + " DETERMINISTIC",
                        "CREATE FUNCTION SERIES LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#spin'")
                .function("tables", "bad")
                .function("processors", "fragile")
                .aggregate("touchy");
        functions(connection, "hostile", "fill", "log-flood", "recurse");
        functions(connection, "runaway", "mutual");
    }

    /** Makes what H2 is to call by itself. */
    static void prepareViews(Connection connection) throws SQLException {
        for (String time : List.of(SOON, LATE)) {
            String name = time.equals(SOON) ? "SOON" : "LATE";
            Masks.execute(
                    connection, "CREATE FUNCTION " + name + vector("spin") + " WITH (call_timeout = '" + time + "')");
            Masks.execute(connection, "CREATE VIEW " + name + "_VIEW AS SELECT N, " + name + "(N) AS X FROM T");
        }
    }

    private static String vector(String export) {
        return "(V BIGINT) RETURNS BIGINT LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#" + export + "'";
    }

    private static void functions(Connection connection, String guest, String... exports) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement("CREATE COMPONENT " + guest + " FROM ?")) {
            create.setBytes(1, Guests.bytes(guest));
            create.execute();
        }
        for (String export : exports) {
            Masks.execute(
                    connection,
                    "CREATE FUNCTION " + export.replace('-', '_') + " LANGUAGE WASM FROM " + guest + " EXPORT '"
                            + export + "'");
        }
    }

    @Override
    public String toString() {
        return place;
    }
}
