package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.DamagedFunction;
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
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the catalog's tables; trusts none of what they hold. */
final class CatalogReader {
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
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")) { // no literal: H2 may be told to allow none
            statement.setString(1, isLower ? "nacre" : "NACRE");
            statement.setString(2, isLower ? "catalog_version" : "CATALOG_VERSION");
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static long plausible(long version) {
        if (version < 0 || version > HIGHEST_VERSION) {
            throw StoredText.damaged("expected a version from 0 to " + HIGHEST_VERSION + ", found " + version
                    + "; set CATALOG_VERSION to the highest FUNCTION_ID");
        }
        return version;
    }

    private static void requireFormat(int format) {
        if (format < CatalogTables.OLDEST_FORMAT || format > CatalogTables.FORMAT) {
            throw StoredText.damaged("expected format " + CatalogTables.OLDEST_FORMAT + " to " + CatalogTables.FORMAT
                    + ", found " + format + "; open the database with the version of Nacre that wrote it");
        }
    }

    /** Returns the format of the catalog, which exists. */
    int format() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FORMAT FROM NACRE.CATALOG_VERSION")) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * Reads all functions. One whose rows are damaged is named in the catalog and spoils no other.
     *
     * @throws SqlLayerException when the catalog as a whole cannot be read
     */
    FunctionCatalog read() throws SQLException {
        OptionalLong version = version();
        while (version.isPresent()) {
            FunctionCatalog catalog = read(version.getAsLong());
            OptionalLong afterwards = version();
            if (afterwards.equals(version)) {
                return catalog;
            }
            version = afterwards; // rows of two versions do not go together
        }
        return FunctionCatalog.empty();
    }

    private FunctionCatalog read(long version) throws SQLException {
        GrantRows grants = GrantRows.read(connection, format());
        ComponentRows components = ComponentRows.read(connection, grants);
        Map<Long, List<StoredParameter>> parameters = parameters();
        List<FunctionDefinition> functions = new ArrayList<>();
        List<DamagedFunction> damaged = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FUNCTION_ID, FUNCTION_SCHEMA, FUNCTION_NAME, KIND,"
                        + " RETURNS, SHA256, EXPORT, IS_DETERMINISTIC, NULL_HANDLING, NULL_ON_ERROR, COMMENT, OWNER,"
                        + " COMPONENT_NAME, OPTIONS"
                        + " FROM NACRE.CATALOG_FUNCTION ORDER BY FUNCTION_ID")) {
            while (row.next()) {
                FunctionName name = new FunctionName(StoredText.text(row, 2), StoredText.text(row, 3));
                List<StoredParameter> typed = parameters.getOrDefault(row.getLong(1), List.of());
                try {
                    functions.add(function(row, name, typed, components, grants));
                } catch (SqlLayerException failure) {
                    damaged.add(damaged(row, name, typed, failure, grants));
                }
            }
        }
        return new FunctionCatalog(
                version, functions, damaged, List.copyOf(components.components()), components.damaged());
    }

    private static DamagedFunction damaged(
            ResultSet row,
            FunctionName name,
            List<StoredParameter> parameters,
            SqlLayerException failure,
            GrantRows grants)
            throws SQLException {
        long id = row.getLong(1);
        return new DamagedFunction(
                name,
                types(parameters),
                StoredText.text(row, 13),
                failure.getMessage()
                        + "; create the function again with CREATE OR REPLACE FUNCTION, drop it, or repair its"
                        + " row in NACRE.CATALOG_FUNCTION (FUNCTION_ID = " + id + ")",
                grants.ofFunction(id),
                id);
    }

    private static Optional<List<SqlType>> types(List<StoredParameter> parameters) {
        List<SqlType> types = parameters.stream()
                .flatMap(parameter -> StoredTypes.parse(parameter.type()).stream())
                .toList();
        return types.size() == parameters.size() ? Optional.of(types) : Optional.empty();
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
                        .add(new StoredParameter(StoredText.text(row, 2), StoredText.text(row, 3)));
            }
        }
        return parameters;
    }

    private static FunctionDefinition function(
            ResultSet row,
            FunctionName name,
            List<StoredParameter> parameters,
            ComponentRows components,
            GrantRows grants)
            throws SQLException {
        String sha256 = StoredText.digest(StoredText.text(row, 6));
        List<FunctionSignature.Parameter> typed = parameters.stream()
                .map(parameter -> new FunctionSignature.Parameter(parameter.name(), type(parameter.type())))
                .toList();
        FunctionKind kind = StoredText.constant(FunctionKind.class, StoredText.text(row, 4));
        FunctionSignature signature = new FunctionSignature(typed, type(StoredText.text(row, 5)));
        requireTables(kind, signature);
        return new FunctionDefinition(
                name,
                kind,
                signature,
                components.of(StoredText.text(row, 13), sha256),
                sha256,
                StoredText.text(row, 7),
                row.getBoolean(8),
                StoredText.constant(NullHandling.class, StoredText.text(row, 9)),
                row.getBoolean(10),
                StoredOptions.read(StoredText.text(row, 14)),
                StoredText.text(row, 11),
                StoredText.text(row, 12),
                grants.ofFunction(row.getLong(1)),
                row.getLong(1));
    }

    /** Rows come from table functions and go to them, once at most. */
    private static void requireTables(FunctionKind kind, FunctionSignature signature) {
        boolean isTable = kind == FunctionKind.TABLE;
        long taken = signature.parameterTypes().stream()
                .filter(SqlType.Table.class::isInstance)
                .count();
        if (signature.returns() instanceof SqlType.Table != isTable || taken > (isTable ? 1 : 0)) {
            throw StoredText.damaged("expected a signature of a function of kind " + kind + ", found "
                    + StoredText.quoted(signature.sql()));
        }
    }

    private static SqlType type(String text) {
        return StoredTypes.parse(text)
                .orElseThrow(() -> StoredText.damaged("expected an SQL type, found " + StoredText.quoted(text)));
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
        throw StoredText.damaged("expected the component with SHA-256 " + sha256
                + ", found none or other bytes; create it or its functions again with CREATE OR REPLACE");
    }
}
