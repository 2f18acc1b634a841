package dev.nacre.faults;

import dev.nacre.testkit.Guests;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/** Guests that differ in what they answer alone: each masks with a key of its own, so X'00' becomes the key. */
final class KeyedGuest {
    private static final int I32_CONST = 0x41;
    private static final int OLD_KEY = 0xAA;

    private KeyedGuest() {}

    /**
     * Returns telemetry-as with another key.
     *
     * @param key 0x80 to 0xFF, which has two bytes in LEB128 as the old one has
     */
    static byte[] bytes(int key) {
        byte[] bytes = Guests.bytes("telemetry-as");
        for (int index = 0; index + 2 < bytes.length; index++) {
            if (bytes[index] == I32_CONST && bytes[index + 1] == (byte) OLD_KEY && bytes[index + 2] == 1) {
                bytes[index + 1] = (byte) key;
                return bytes;
            }
        }
        throw new IllegalStateException("telemetry-as was built anew: find its key again");
    }

    /** Returns one as a literal. */
    static String literal(int key) {
        return "X'" + HexFormat.of().formatHex(bytes(key)) + "'";
    }

    /** Returns what a function with a key gives for X'00', as {@link dev.nacre.testkit.Rows} shows it. */
    static String answer(int key) {
        return HexFormat.of().toHexDigits((byte) key);
    }

    /** Makes a component with a key, or gives it one. */
    static void component(Connection connection, String name, int key) throws SQLException {
        execute(connection, "CREATE OR REPLACE COMPONENT " + name + " FROM ?", key);
    }

    /** Makes a function with a key, or gives it one. */
    static void function(Connection connection, String name, int key) throws SQLException {
        execute(connection, "CREATE OR REPLACE FUNCTION " + name + " LANGUAGE WASM AS ? EXPORT 'handle-data'", key);
    }

    private static void execute(Connection connection, String sql, int key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, bytes(key));
            statement.execute();
        }
    }
}
