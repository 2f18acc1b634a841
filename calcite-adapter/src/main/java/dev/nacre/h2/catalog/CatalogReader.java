package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the catalog's tables; trusts none of what they hold. */
final class CatalogReader {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Far from where adding to it would overflow. */
    private static final long HIGHEST_VERSION = Long.MAX_VALUE / 2;

    private final Connection connection;

    CatalogReader(Connection connection) {
        this.connection = connection;
    }

    /** Returns the version of the catalog; empty when the database has none. */
    OptionalLong version() throws SQLException {
        if (!exists()) {
            return OptionalLong.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FORMAT, VERSION FROM NACRE.CATALOG_VERSION")) {
            if (!row.next()) {
                return OptionalLong.empty();
            }
            requireFormat(row.getInt(1));
            return OptionalLong.of(plausible(row.getLong(2)));
        }
    }

    private boolean exists() throws SQLException {
        boolean isLower = connection.getMetaData().storesLowerCaseIdentifiers();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")) {
            statement.setString(1, isLower ? "nacre" : "NACRE");
            statement.setString(2, isLower ? "catalog_version" : "CATALOG_VERSION");
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static long plausible(long version) {
        if (version < 0 || version > HIGHEST_VERSION) {
            throw damaged("expected a version from 0 to " + HIGHEST_VERSION + ", found " + version
                    + "; set CATALOG_VERSION to the highest FUNCTION_ID");
        }
        return version;
    }

    private static void requireFormat(int format) {
        if (format != CatalogTables.FORMAT) {
            throw damaged("expected format " + CatalogTables.FORMAT + ", found " + format
                    + "; open the database with the version of Nacre that wrote it");
        }
    }

    /**
     * Reads all functions. One whose rows are damaged is named in the catalog and spoils no other.
     *
     * @throws SqlLayerException when the catalog as a whole cannot be read
     */
    FunctionCatalog read() throws SQLException {
        OptionalLong version = version();
        if (version.isEmpty()) {
            return FunctionCatalog.empty();
        }
        Map<Long, List<StoredParameter>> parameters = parameters();
        List<FunctionDefinition> functions = new ArrayList<>();
        Map<FunctionName, String> damaged = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FUNCTION_ID, FUNCTION_SCHEMA, FUNCTION_NAME, KIND,"
                        + " RETURNS, SHA256, EXPORT, IS_DETERMINISTIC, NULL_HANDLING, NULL_ON_ERROR, COMMENT, OWNER"
                        + " FROM NACRE.CATALOG_FUNCTION ORDER BY FUNCTION_ID")) {
            while (row.next()) {
                FunctionName name = new FunctionName(text(row, 2), text(row, 3));
                try {
                    functions.add(function(row, name, parameters.getOrDefault(row.getLong(1), List.of())));
                } catch (SqlLayerException failure) {
                    damaged.put(
                            name,
                            failure.getMessage() + "; repair the row, or DELETE FROM NACRE.CATALOG_FUNCTION"
                                    + " WHERE FUNCTION_ID = " + row.getLong(1) + " and create the function again");
                }
            }
        }
        return new FunctionCatalog(version.getAsLong(), functions, damaged);
    }

    private record StoredParameter(String name, String type) {}

    private Map<Long, List<StoredParameter>> parameters() throws SQLException {
        Map<Long, List<StoredParameter>> parameters = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FUNCTION_ID, PARAMETER_NAME, TYPE"
                        + " FROM NACRE.CATALOG_PARAMETER ORDER BY FUNCTION_ID, POSITION")) {
            while (row.next()) {
                parameters
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new StoredParameter(text(row, 2), text(row, 3)));
            }
        }
        return parameters;
    }

    /** NULL is no text that is looked for, and the empty text where H2's mode makes it NULL. */
    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static FunctionDefinition function(ResultSet row, FunctionName name, List<StoredParameter> parameters)
            throws SQLException {
        List<FunctionSignature.Parameter> typed = parameters.stream()
                .map(parameter -> new FunctionSignature.Parameter(parameter.name(), type(parameter.type())))
                .toList();
        return new FunctionDefinition(
                name,
                constant(FunctionKind.class, text(row, 4)),
                new FunctionSignature(typed, type(text(row, 5))),
                digest(text(row, 6)),
                text(row, 7),
                row.getBoolean(8),
                constant(NullHandling.class, text(row, 9)),
                row.getBoolean(10),
                text(row, 11),
                text(row, 12),
                row.getLong(1));
    }

    private static SqlType type(String text) {
        return StoredTypes.parse(text).orElseThrow(() -> damaged("expected an SQL type, found '" + text + "'"));
    }

    private static <E extends Enum<E>> E constant(Class<E> kind, String text) {
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw damaged("expected a " + kind.getSimpleName() + ", found '" + text + "'");
    }

    private static String digest(String text) {
        if (!DIGEST.matcher(text).matches()) {
            throw damaged("expected a SHA-256, found '" + text + "'");
        }
        return text;
    }

    /** Reads the bytes of a component and checks that they are the ones that were registered. */
    byte[] code(String sha256) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT BYTES FROM NACRE.CATALOG_CODE WHERE SHA256 = ?")) {
            statement.setString(1, sha256);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    byte[] bytes = row.getBytes(1);
                    if (Digests.sha256(bytes).equals(sha256)) {
                        return bytes;
                    }
                }
            }
        }
        throw damaged("expected the component with SHA-256 " + sha256
                + ", found none or other bytes; create its functions again with CREATE OR REPLACE FUNCTION");
    }

    private static SqlLayerException damaged(String message) {
        return new SqlLayerException(SqlLayerErrorCode.CATALOG_DAMAGED, "catalog in schema NACRE: " + message);
    }
}
