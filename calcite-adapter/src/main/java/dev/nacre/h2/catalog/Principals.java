package dev.nacre.h2.catalog;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.grants.Grantees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.engine.RightOwner;
import org.h2.engine.Role;
import org.h2.engine.SessionLocal;
import org.h2.engine.User;
import org.h2.jdbc.JdbcConnection;
import org.h2.util.StringUtils;

/**
 * The users and roles of the database. Roles change without notice, so that they are asked for at each use. H2 keeps their names
 * in upper case, however they are quoted, and shows them as its settings say.
 */
final class Principals {
    private static final String EXISTS = """
            SELECT TRUE FROM INFORMATION_SCHEMA.USERS WHERE UPPER(USER_NAME) = ?
            UNION ALL SELECT TRUE FROM INFORMATION_SCHEMA.ROLES WHERE UPPER(ROLE_NAME) = ?""";

    /** Without ADMIN rights one sees the roles that one has. */
    private static final String HELD = "SELECT ROLE_NAME FROM INFORMATION_SCHEMA.ROLES";

    private static final List<String> OWNED = List.of("CATALOG_FUNCTION", "CATALOG_COMPONENT");

    private Principals() {}

    /** Returns a name as it is kept. */
    static String named(String written) {
        return StringUtils.toUpperEnglish(written);
    }

    /** Returns whether a name is that of a user or a role; asked by an administrator, who sees all. */
    static boolean exists(Connection administrative, String name) throws SQLException {
        try (PreparedStatement statement = administrative.prepareStatement(EXISTS)) {
            statement.setString(1, name);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Takes the rights of users and roles that are gone: who gets the name next has none of them. What they owned is the
     * administrator's.
     */
    static void sweep(Connection administrative) throws SQLException {
        try (Statement statement = administrative.createStatement()) {
            statement.executeUpdate("DELETE FROM NACRE.CATALOG_GRANT WHERE " + gone("GRANTEE"));
            for (String table : OWNED) {
                statement.executeUpdate("UPDATE NACRE." + table + " SET OWNER = CURRENT_USER WHERE " + gone("OWNER"));
            }
        }
    }

    private static String gone(String column) {
        return column + " IS NOT NULL AND UPPER(" + column
                + ") NOT IN (SELECT UPPER(USER_NAME) FROM INFORMATION_SCHEMA.USERS"
                + " UNION ALL SELECT UPPER(ROLE_NAME) FROM INFORMATION_SCHEMA.ROLES)";
    }

    static void rename(Connection administrative, String name, String newName) throws SQLException {
        set(administrative, "UPDATE NACRE.CATALOG_GRANT SET GRANTEE = ? WHERE GRANTEE = ?", newName, name);
        for (String table : OWNED) {
            set(administrative, "UPDATE NACRE." + table + " SET OWNER = ? WHERE UPPER(OWNER) = ?", newName, name);
        }
    }

    private static void set(Connection connection, String sql, String first, String second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            statement.executeUpdate();
        }
    }

    /** Returns whether the connection's user may call a function, as its owner, as an administrator, or by a grant. */
    static boolean mayExecute(JdbcConnection connection, FunctionDefinition function) throws SQLException {
        Grantees grantees = function.grantees();
        if (grantees.areEverybody()) {
            return true;
        }
        if (connection.getSession() instanceof SessionLocal local) {
            User user = local.getUser();
            return isOneOf(user.getName(), function) || user.isAdmin() || hasRole(local, user, grantees);
        }
        String user = connection.getMetaData().getUserName();
        return isOneOf(user, function) || Administration.isAdministrator(connection) || hasRole(connection, grantees);
    }

    private static boolean isOneOf(String user, FunctionDefinition function) {
        return named(function.owner()).equals(named(user))
                || function.grantees().names().contains(named(user));
    }

    private static boolean hasRole(SessionLocal session, User user, Grantees grantees) {
        for (String name : grantees.names()) {
            RightOwner named = session.getDatabase().findUserOrRole(name);
            if (named instanceof Role role && user.isRoleGranted(role)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRole(JdbcConnection connection, Grantees grantees) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(HELD)) {
            while (role.next()) {
                if (grantees.names().contains(named(role.getString(1)))) {
                    return true;
                }
            }
            return false;
        }
    }
}
