package dev.nacre.ddl;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Statements and rows as the tests of Nacre's own statements write them. */
final class Sql {
    /** The catalog without what differs from one making to the next: numbers of versions and times. */
    private static final List<String> CATALOG = List.of(
            "SELECT SHA256, BYTES FROM NACRE.CATALOG_CODE ORDER BY SHA256",
            "SELECT COMPONENT_NAME, SHA256, OPTIONS, COMMENT, OWNER FROM NACRE.CATALOG_COMPONENT ORDER BY COMPONENT_NAME",
            """
            SELECT FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, KIND, RETURNS, SHA256, COMPONENT_NAME, EXPORT,
                IS_DETERMINISTIC, NULL_HANDLING, NULL_ON_ERROR, OPTIONS, COMMENT, OWNER
            FROM NACRE.CATALOG_FUNCTION ORDER BY FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES""",
            """
            SELECT FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, POSITION, PARAMETER_NAME, TYPE
            FROM NACRE.CATALOG_PARAMETER P JOIN NACRE.CATALOG_FUNCTION F ON F.FUNCTION_ID = P.FUNCTION_ID
            ORDER BY FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, POSITION""");

    private Sql() {}

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns a guest as a literal. */
    static String bytes(String guest) {
        return "X'" + HexFormat.of().formatHex(Guests.bytes(guest)) + "'";
    }

    static String sha256(String guest) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Guests.bytes(guest)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static void component(Connection connection, String name, String guest) throws SQLException {
        execute(connection, "CREATE COMPONENT " + name + " FROM " + bytes(guest));
    }

    /** Returns each row as one text, blanks between its values. */
    static List<String> rows(Connection connection, String sql) throws SQLException {
        return Rows.of(connection, sql).stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Returns all that the catalog holds. */
    static List<List<String>> catalog(Connection connection) throws SQLException {
        List<List<String>> tables = new ArrayList<>();
        for (String query : CATALOG) {
            tables.add(rows(connection, query));
        }
        return tables;
    }
}
