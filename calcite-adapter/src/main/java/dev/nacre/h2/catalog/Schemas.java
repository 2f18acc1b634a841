package dev.nacre.h2.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;

/**
 * The schemas of the database, as far as functions are in them: a function is gone with its schema, also when H2 dropped that
 * without Nacre.
 */
final class Schemas {
    private Schemas() {}

    static Set<String> names(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local) {
            return local.getDatabase().getAllSchemas().stream()
                    .map(Schema::getName)
                    .collect(Collectors.toSet());
        }
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** Removes the definitions of functions whose schemas are gone. */
    static void sweep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM NACRE.CATALOG_FUNCTION"
                    + " WHERE FUNCTION_SCHEMA NOT IN (SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA)");
        }
    }

    /**
     * Gives a schema another name, inside a transaction of the caller. The statement by itself would commit before and after
     * it; what H2 executes for another statement belongs to that statement's transaction. It comes last, because H2 takes back
     * the rows of a transaction, but not the name that other sessions see.
     *
     * @param to a name that is taken is refused by H2
     */
    static void rename(Connection connection, String from, String to) throws SQLException {
        if (!names(connection).contains(to)) {
            update(
                    connection,
                    "UPDATE NACRE.CATALOG_FUNCTION SET FUNCTION_SCHEMA = ? WHERE FUNCTION_SCHEMA = ?",
                    to,
                    from);
        }
        update(connection, "EXECUTE IMMEDIATE ?", "ALTER SCHEMA " + quoted(from) + " RENAME TO " + quoted(to));
    }

    private static void update(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
