package dev.nacre.jdbc;

import dev.nacre.testkit.Guests;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** Makes functions that give X'AA' for X'00'. */
final class Masks {
    private Masks() {}

    static void create(Connection connection, String name) throws SQLException {
        create(connection, name, "telemetry-c");
    }

    static void create(Connection connection, String name, String guest) throws SQLException {
        execute(
                connection,
                "CREATE OR REPLACE FUNCTION " + name + "(PAYLOAD VARBINARY) RETURNS VARBINARY LANGUAGE WASM AS "
                        + bytes(guest) + " EXPORT 'handle-data'");
    }

    /** Returns a guest as a literal. */
    static String bytes(String guest) {
        return "X'" + HexFormat.of().formatHex(Guests.bytes(guest)) + "'";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
