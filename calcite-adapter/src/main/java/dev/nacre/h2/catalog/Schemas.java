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

    /** Gives the functions of a schema another one. */
    static void rename(Connection connection, String from, String to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE NACRE.CATALOG_FUNCTION SET FUNCTION_SCHEMA = ? WHERE FUNCTION_SCHEMA = ?")) {
            statement.setString(1, to);
            statement.setString(2, from);
            statement.executeUpdate();
        }
    }
}
