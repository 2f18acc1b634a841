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
            return OptionalLong.of(row.getLong(2));
        }
    }

    private boolean exists() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = 'NACRE' AND TABLE_NAME = 'CATALOG_VERSION'")) {
            return found.next();
        }
    }

    private static void requireFormat(int format) {
        if (format != CatalogTables.FORMAT) {
            throw damaged("expected format " + CatalogTables.FORMAT + ", found " + format
                    + "; open the database with the version of Nacre that wrote it");
        }
    }

    /** Reads all functions. */
    FunctionCatalog read() throws SQLException {
        OptionalLong version = version();
        if (version.isEmpty()) {
            return FunctionCatalog.empty();
        }
        Map<Long, List<FunctionSignature.Parameter>> parameters = parameters();
        List<FunctionDefinition> functions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FUNCTION_ID, FUNCTION_SCHEMA, FUNCTION_NAME, KIND,"
                        + " RETURNS, SHA256, EXPORT, IS_DETERMINISTIC, NULL_HANDLING, NULL_ON_ERROR, COMMENT, OWNER"
                        + " FROM NACRE.CATALOG_FUNCTION ORDER BY FUNCTION_ID")) {
            while (row.next()) {
                functions.add(function(row, parameters.getOrDefault(row.getLong(1), List.of())));
            }
        }
        return new FunctionCatalog(version.getAsLong(), functions);
    }

    private Map<Long, List<FunctionSignature.Parameter>> parameters() throws SQLException {
        Map<Long, List<FunctionSignature.Parameter>> parameters = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FUNCTION_ID, PARAMETER_NAME, TYPE"
                        + " FROM NACRE.CATALOG_PARAMETER ORDER BY FUNCTION_ID, POSITION")) {
            while (row.next()) {
                parameters
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new FunctionSignature.Parameter(row.getString(2), type(row.getString(3))));
            }
        }
        return parameters;
    }

    private static FunctionDefinition function(ResultSet row, List<FunctionSignature.Parameter> parameters)
            throws SQLException {
        return new FunctionDefinition(
                new FunctionName(row.getString(2), row.getString(3)),
                constant(FunctionKind.class, row.getString(4)),
                new FunctionSignature(parameters, type(row.getString(5))),
                digest(row.getString(6)),
                row.getString(7),
                row.getBoolean(8),
                constant(NullHandling.class, row.getString(9)),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12),
                row.getLong(1));
    }

    private static SqlType type(String text) {
        return StoredTypes.parse(text)
                .orElseThrow(() -> damaged("expected an SQL type, found '" + text
                        + "'; drop schema NACRE and create the functions again"));
    }

    private static <E extends Enum<E>> E constant(Class<E> kind, String text) {
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw damaged("expected a " + kind.getSimpleName() + ", found '" + text
                + "'; drop schema NACRE and create the functions again");
    }

    private static String digest(String text) {
        if (!DIGEST.matcher(text).matches()) {
            throw damaged("expected a SHA-256, found '" + text + "'; drop schema NACRE and create the functions again");
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
