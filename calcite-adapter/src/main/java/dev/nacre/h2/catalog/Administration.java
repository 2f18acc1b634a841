package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * Who writes the catalog: the client's own connection when its user has ADMIN rights; for other users Nacre, on a connection
 * of the administrator that this JVM was started with, once it has checked that they may create in the schema.
 */
public final class Administration {
    // Values are parameters in all statements of Nacre's: H2 may be told to allow no literals.

    /** Names the user of H2 that Nacre writes the catalog as, for users without ADMIN rights. */
    public static final String USER = "nacre.admin.user";

    /** That user's password. */
    public static final String PASSWORD = "nacre.admin.password";

    /** The servers to which that user logs in; to databases of this process without being listed. */
    public static final String SERVERS = AdministeredServers.PROPERTY;

    /** The user without a name is NULL to CURRENT_USER where H2's mode takes empty strings for NULL. */
    private static final String IS_ADMIN = """
            SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS
            WHERE USER_NAME = CURRENT_USER OR (CURRENT_USER IS NULL AND CHAR_LENGTH(USER_NAME) = ?)""";

    /** H2's own rule for definitions in a schema; only administrators see who has been granted what. */
    private static final String MAY_CREATE = """
            WITH RECURSIVE HELD(NAME) AS (
                SELECT CAST(? AS CHARACTER VARYING)
                UNION ALL
                SELECT G.GRANTEDROLE FROM INFORMATION_SCHEMA.RIGHTS G JOIN HELD ON G.GRANTEE = HELD.NAME
                WHERE G.GRANTEDROLE IS NOT NULL)
            SELECT TRUE FROM HELD WHERE
                EXISTS (SELECT TRUE FROM INFORMATION_SCHEMA.SCHEMATA
                    WHERE SCHEMA_NAME = ? AND SCHEMA_OWNER = HELD.NAME)
                OR EXISTS (SELECT TRUE FROM INFORMATION_SCHEMA.RIGHTS G
                    WHERE G.GRANTEE = HELD.NAME AND G.RIGHTS LIKE ?)
            FETCH FIRST ROW ONLY""";

    private Administration() {}

    /** Something that an administrator does. */
    interface Work<T> {
        T run(Connection administrative) throws SQLException;
    }

    /**
     * Refuses what the client's user may not do.
     *
     * @param schema in which something is created, replaced or dropped
     * @param action what, for the message
     * @throws SqlLayerException 42501
     */
    public static void requireRight(Connection connection, String schema, String action) throws SQLException {
        if (isAdministrator(connection)) {
            return;
        }
        boolean mayCreate = asAdministrator(
                connection, action, administrative -> mayCreate(administrative, currentUser(connection), schema));
        if (!mayCreate) {
            throw refusal(
                    connection, action, "expected the owner of schema '" + schema + "' or a user with ADMIN rights");
        }
    }

    /**
     * Refuses users who may not change all schemas, which is what H2 asks of those who rename one.
     *
     * @throws SqlLayerException 42501
     */
    public static void requireRightOnAllSchemas(Connection connection, String action) throws SQLException {
        boolean mayChange = isAdministrator(connection)
                || asAdministrator(
                        connection, action, administrative -> mayCreate(administrative, currentUser(connection), null));
        if (!mayChange) {
            throw refusal(
                    connection, action, "expected a user with the right ALTER ANY SCHEMA or a user with ADMIN rights");
        }
    }

    /**
     * Refuses users without ADMIN rights.
     *
     * @throws SqlLayerException 42501
     */
    public static void requireAdministrator(Connection connection, String action) throws SQLException {
        if (!isAdministrator(connection)) {
            throw refusal(connection, action, "expected a user with ADMIN rights");
        }
    }

    /**
     * Returns the name of a user or a role as it is kept, and refuses a grant to nobody.
     *
     * @throws SQLException H2's own for a name of no user and no role
     */
    public static String requireGrantee(Connection connection, String written, String action) throws SQLException {
        String grantee = Principals.named(written);
        boolean exists = isAdministrator(connection)
                ? Principals.exists(connection, grantee)
                : asAdministrator(connection, action, administrative -> Principals.exists(administrative, grantee));
        if (!exists) {
            throw DbException.getJdbcSQLException(ErrorCode.USER_OR_ROLE_NOT_FOUND_1, written);
        }
        return grantee;
    }

    /** Returns the name of a user or a role, who may be gone, as it is kept. */
    public static String named(String written) {
        return Principals.named(written);
    }

    private static SqlLayerException refusal(Connection connection, String action, String expected)
            throws SQLException {
        return new SqlLayerException(
                SqlLayerErrorCode.NOT_ALLOWED,
                action + ": " + expected + ", found '"
                        + connection.getMetaData().getUserName() + "'; ask an administrator to run the statement");
    }

    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        return isAdministrator(connection)
                ? work.run(connection)
                : asAdministrator(connection, "change of the catalog", work);
    }

    private static <T> T asAdministrator(Connection connection, String action, Work<T> work) throws SQLException {
        String user = System.getProperty(USER);
        if (user == null) {
            throw refusal(connection, action, "expected a user with ADMIN rights");
        }
        requireTrusted(connection, action);
        if (!connection.getAutoCommit()) {
            connection.commit(); // as H2's own definitions do; what it holds must not block the other connection
        }
        try (Connection administrative = open(connection, user)) {
            requireAdministrator(administrative, "property " + USER);
            return work.run(administrative);
        }
    }

    /** A password goes to no server that only a client's URL names. */
    private static void requireTrusted(Connection connection, String action) throws SQLException {
        String url = connection.getMetaData().getURL();
        boolean isEmbedded = connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal;
        if (!isEmbedded && !AdministeredServers.read().contain(url)) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.NOT_ALLOWED,
                    action + ": expected a user with ADMIN rights, or a server that this JVM's property "
                            + AdministeredServers.PROPERTY + " lists, found '"
                            + connection.getMetaData().getUserName() + "' on "
                            + String.join(", ", AdministeredServers.of(url))
                            + "; ask an administrator to run the statement");
        }
    }

    /** Opens a connection to the same database; the URL without the settings, which the database has already. */
    private static Connection open(Connection connection, String user) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", System.getProperty(PASSWORD, ""));
        return new JdbcConnection(connection.getMetaData().getURL() + ";IFEXISTS=TRUE", properties, null, null, false);
    }

    /** Returns whether the client's user has ADMIN rights. */
    public static boolean isAdministrator(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_ADMIN)) {
            statement.setInt(1, 0);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String currentUser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER")) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean mayCreate(Connection administrative, String user, @Nullable String schema)
            throws SQLException {
        try (PreparedStatement statement = administrative.prepareStatement(MAY_CREATE)) {
            statement.setString(1, user);
            statement.setString(2, schema);
            statement.setString(3, "%ALTER ANY SCHEMA%");
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
