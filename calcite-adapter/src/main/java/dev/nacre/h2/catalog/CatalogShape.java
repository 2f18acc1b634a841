package dev.nacre.h2.catalog;

import static java.util.Map.entry;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells the tables and views of the catalog from those of others that have their names. */
final class CatalogShape {
    private static final String COLUMNS = """
            SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME, ORDINAL_POSITION""";

    private static final int LONGEST_LIST = 300;

    /** The columns that this code reads and writes, by what they are in; others of later formats may be beside them. */
    private static final Map<String, List<String>> EXPECTED = Map.ofEntries(
            entry("CATALOG_VERSION", List.of("ID INTEGER", "FORMAT INTEGER", "VERSION BIGINT")),
            entry("CATALOG_CODE", List.of("SHA256 CHARACTER", "BYTES BINARY LARGE OBJECT")),
            entry(
                    "CATALOG_COMPONENT",
                    List.of(
                            "COMPONENT_NAME CHARACTER VARYING",
                            "SHA256 CHARACTER",
                            "OPTIONS CHARACTER VARYING",
                            "COMMENT CHARACTER VARYING",
                            "OWNER CHARACTER VARYING",
                            "VERSION BIGINT",
                            "CREATED TIMESTAMP WITH TIME ZONE")),
            entry(
                    "CATALOG_FUNCTION",
                    List.of(
                            "FUNCTION_ID BIGINT",
                            "FUNCTION_SCHEMA CHARACTER VARYING",
                            "FUNCTION_NAME CHARACTER VARYING",
                            "PARAMETER_TYPES CHARACTER VARYING",
                            "KIND CHARACTER VARYING",
                            "RETURNS CHARACTER VARYING",
                            "SHA256 CHARACTER",
                            "COMPONENT_NAME CHARACTER VARYING",
                            "EXPORT CHARACTER VARYING",
                            "IS_DETERMINISTIC BOOLEAN",
                            "NULL_HANDLING CHARACTER VARYING",
                            "NULL_ON_ERROR BOOLEAN",
                            "OPTIONS CHARACTER VARYING",
                            "COMMENT CHARACTER VARYING",
                            "OWNER CHARACTER VARYING",
                            "CREATED TIMESTAMP WITH TIME ZONE")),
            entry(
                    "CATALOG_PARAMETER",
                    List.of(
                            "FUNCTION_ID BIGINT",
                            "POSITION INTEGER",
                            "PARAMETER_NAME CHARACTER VARYING",
                            "TYPE CHARACTER VARYING")),
            entry(
                    "CATALOG_GRANT",
                    List.of(
                            "GRANT_ID BIGINT",
                            "COMPONENT_NAME CHARACTER VARYING",
                            "FUNCTION_ID BIGINT",
                            "CAPABILITY CHARACTER VARYING",
                            "GRANTEE CHARACTER VARYING",
                            "GRANTOR CHARACTER VARYING")),
            entry("COMPONENTS", List.of("COMPONENT_NAME CHARACTER VARYING", "SHA256 CHARACTER")),
            entry("FUNCTIONS", List.of("FUNCTION_SCHEMA CHARACTER VARYING", "FUNCTION_NAME CHARACTER VARYING")),
            entry("FUNCTION_PARAMETERS", List.of("FUNCTION_SCHEMA CHARACTER VARYING", "POSITION INTEGER")),
            entry("GRANTS", List.of("COMPONENT_NAME CHARACTER VARYING", "CAPABILITY CHARACTER VARYING")));

    private CatalogShape() {}

    /**
     * Refuses what has a name of the catalog and is something else.
     *
     * @throws SqlLayerException which says what, and what to do
     */
    static void requireOwn(Connection connection) throws SQLException {
        columns(connection).forEach((name, found) -> {
            List<String> expected = EXPECTED.getOrDefault(name, List.of());
            if (!found.containsAll(expected)) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.CATALOG_DAMAGED,
                        "catalog in schema NACRE: expected in " + name + " the columns " + String.join(", ", expected)
                                + ", found " + list(found)
                                + "; the name is Nacre's: give what is there another one, or drop it");
            }
        });
    }

    private static String list(List<String> found) {
        String list = String.join(", ", found);
        return list.length() <= LONGEST_LIST ? list : list.substring(0, LONGEST_LIST) + "...";
    }

    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        boolean isLower = connection.getMetaData().storesLowerCaseIdentifiers();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, isLower ? "nacre" : "NACRE");
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(upper(row.getString(1)), table -> new ArrayList<>())
                            .add(upper(row.getString(2)) + " " + upper(row.getString(3)));
                }
            }
        }
        return columns;
    }

    private static String upper(@Nullable String name) {
        return String.valueOf(name).toUpperCase(Locale.ROOT);
    }
}
