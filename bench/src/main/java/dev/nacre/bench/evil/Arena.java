package dev.nacre.bench.evil;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * A fresh database with something to protect, an administrator and a user without rights. For one thread, but for what a
 * strike's canceller does.
 */
final class Arena implements AutoCloseable {
    private static final String URL = "jdbc:nacre:h2:";
    private static final String IN_MEMORY = "mem:evil";
    private static final String USER = "mallory";
    private static final String PASSWORD = "guess";

    private final String database;
    private final Map<String, Path> files;
    private final Secrets secrets;
    private final Connection administrator;
    private final Connection user;

    private Arena(Path folder, String server) throws SQLException {
        database = server + IN_MEMORY + UUID.randomUUID();
        files = filesIn(folder);
        secrets = Secrets.in(folder);
        administrator = DriverManager.getConnection(URL + database, "sa", "");
        try {
            furnish();
            user = DriverManager.getConnection(URL + database, USER, PASSWORD);
        } catch (SQLException failure) {
            administrator.close();
            throw failure;
        }
    }

    /**
     * Makes one.
     *
     * @param server what stands before the name of a database of a server in H2's URLs; empty for one of this process
     */
    static Arena in(Path folder, String server) throws SQLException {
        return new Arena(folder, server);
    }

    /** Returns the files that strikes name, by their names in braces. */
    private static Map<String, Path> filesIn(Path folder) {
        return Map.of(
                "{folder}", folder,
                "{canary}", folder.resolve("canary.txt"),
                "{link}", folder.resolve("link.wasm"),
                "{pipe}", folder.resolve("pipe.wasm"),
                "{new}", folder.resolve("new.txt"));
    }

    private void furnish() throws SQLException {
        execute("CREATE USER " + USER + " PASSWORD '" + PASSWORD + "'");
        execute("CREATE SCHEMA VAULT");
        execute("CREATE TABLE VAULT.CANARY(SECRET VARCHAR)");
        execute("INSERT INTO VAULT.CANARY VALUES ('" + Secrets.IN_TABLE + "')");
        execute("CREATE TABLE T(ID INT PRIMARY KEY, N INT)");
        execute("INSERT INTO T SELECT X, X * 10 FROM SYSTEM_RANGE(1, 100)");
        try (PreparedStatement create = administrator.prepareStatement("CREATE COMPONENT GOOD FROM ?")) {
            create.setBytes(1, EvilGuests.bytes("echo"));
            create.execute();
        }
        execute("CREATE FUNCTION GOOD_SUM LANGUAGE WASM FROM GOOD EXPORT 'add'");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection administrator() {
        return administrator;
    }

    Connection user() {
        return user;
    }

    Secrets secrets() {
        return secrets;
    }

    /** Returns a text with the files that it names in braces. */
    String completed(String text) {
        String whole = text;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            whole = whole.replace(file.getKey(), file.getValue().toString());
        }
        return whole;
    }

    /** Opens another connection of the administrator. */
    Connection connectAdministrator() throws SQLException {
        return DriverManager.getConnection(URL + database, "sa", "");
    }

    /** Opens another connection of the user, with more behind the URL. */
    Connection connect(String settings) throws SQLException {
        return DriverManager.getConnection(URL + database + settings, USER, PASSWORD);
    }

    @Override
    public void close() throws SQLException {
        try {
            user.close();
        } finally {
            administrator.close();
        }
    }
}
