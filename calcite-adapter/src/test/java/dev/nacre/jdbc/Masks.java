package dev.nacre.jdbc;

import dev.nacre.testkit.Guests;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** Makes functions that give X'AA' for X'00'. */
public final class Masks {
    private Masks() {}

    public static void create(Connection connection, String name) throws SQLException {
        create(connection, name, "telemetry-c");
    }

    public static void create(Connection connection, String name, String guest) throws SQLException {
        execute(
                connection,
                "CREATE OR REPLACE FUNCTION " + name + "(PAYLOAD VARBINARY) RETURNS VARBINARY LANGUAGE WASM AS "
                        + bytes(guest) + " EXPORT 'handle-data'");
    }

    /** Returns a guest as a literal. */
    public static String bytes(String guest) {
        return "X'" + HexFormat.of().formatHex(Guests.bytes(guest)) + "'";
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
