package dev.nacre.jdbc.peer;

import dev.nacre.testkit.Guests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A function of a guest for Nacre, and of Java for H2.
 *
 * @param signature parameters and result as CREATE FUNCTION takes them
 * @param export of the guest
 * @param peer the method of {@link Peers}, empty for none
 */
public record PeerFunction(String name, String signature, String guest, String export, String peer) {
    /** Returns a function that gives back what it takes. */
    public static PeerFunction ofShapes(String name, String type, String export, String peer) {
        return new PeerFunction(name, echo(type), "shapes-rust", "nacre:shapes/echo@0.1.0#echo-" + export, peer);
    }

    /** Returns a function that gives back what it takes, of a type that only SQL has. */
    public static PeerFunction ofSql(String name, String type, String export, String peer) {
        return new PeerFunction(name, echo(type), "sql-rust", "nacre:sql-guest/echo@0.1.0#echo-" + export, peer);
    }

    private static String echo(String type) {
        return "(X " + type + ") RETURNS " + type;
    }

    public boolean hasPeer() {
        return !peer.isEmpty();
    }

    /** Creates the function from its guest. */
    public void createIn(Connection nacre, Path folder) throws SQLException {
        run(
                nacre,
                "CREATE FUNCTION " + name + signature + " LANGUAGE WASM AS 'file:" + Guests.file(guest, folder)
                        + "' EXPORT '" + export + "'");
    }

    /** Creates the function of Java. */
    public void createPeerIn(Connection h2) throws SQLException {
        run(h2, "CREATE ALIAS " + name + " FOR '" + Peers.class.getName() + "." + peer + "'");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
