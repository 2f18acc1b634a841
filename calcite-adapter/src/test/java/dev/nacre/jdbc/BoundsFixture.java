package dev.nacre.jdbc;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table of payloads, and functions that go beyond what they may. */
abstract class BoundsFixture {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    static Connection keeper;
    Connection connection;

    /** Keeps a component loaded between the tests. */
    @BeforeAll
    static void keepLoaded() throws SQLException {
        keeper = DriverManager.getConnection("jdbc:nacre:h2:mem:");
        try (Statement statement = keeper.createStatement()) {
            statement.execute(create("MASK", Guests.bytes("telemetry-rust"), "handle-data"));
        }
    }

    @AfterAll
    static void letGo() throws SQLException {
        keeper.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        execute("CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
        execute("INSERT INTO R SELECT X, CAST(RAWTOHEX(CAST(X AS VARCHAR)) AS VARBINARY) FROM SYSTEM_RANGE(1, 1000)");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String create(String name, byte[] component, String export) {
        return "CREATE FUNCTION " + name + " LANGUAGE WASM AS X'"
                + HexFormat.of().formatHex(component) + "' EXPORT '" + export + "'";
    }

    void create(String name, String guest, String export) throws SQLException {
        execute(create(name, Guests.bytes(guest), export));
    }

    void mask() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
    }

    /** Returns the same component with other bytes: one that no test has loaded. */
    static byte[] neverLoaded(String guest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Guests.bytes(guest));
        byte[] nonce = new byte[8];
        ThreadLocalRandom.current().nextBytes(nonce);
        bytes.writeBytes(new byte[] {0, 10, 1, 'n'});
        bytes.writeBytes(nonce);
        return bytes.toByteArray();
    }
}
