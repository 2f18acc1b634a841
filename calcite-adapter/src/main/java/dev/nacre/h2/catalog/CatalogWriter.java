package dev.nacre.h2.catalog;

import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes changes to the catalog's tables, inside a transaction of the caller. */
final class CatalogWriter {
    private static final String GIVE = "INSERT INTO NACRE.CATALOG_GRANT(COMPONENT_NAME, FUNCTION_ID, CAPABILITY,"
            + " GRANTEE, GRANTOR, CREATED) VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP)";

    private final Connection connection;

    CatalogWriter(Connection connection) {
        this.connection = connection;
    }

    /** Locks the version's row until the transaction ends, so that writers of all processes come one by one. */
    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("SELECT VERSION FROM NACRE.CATALOG_VERSION FOR UPDATE")
                    .close();
        }
    }

    void version(long version) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE NACRE.CATALOG_VERSION SET VERSION = ?")) {
            statement.setLong(1, version);
            statement.executeUpdate();
        }
    }

    /** Removes the definitions of these versions. */
    void remove(List<Long> functions) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM NACRE.CATALOG_FUNCTION WHERE FUNCTION_ID = ?")) {
            for (long function : functions) {
                statement.setLong(1, function);
                statement.executeUpdate();
            }
        }
    }

    /** Removes the bytes that nothing refers to any more. */
    void sweep() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM NACRE.CATALOG_CODE C"
                    + " WHERE NOT EXISTS (SELECT TRUE FROM NACRE.CATALOG_FUNCTION F WHERE F.SHA256 = C.SHA256)"
                    + " AND NOT EXISTS (SELECT TRUE FROM NACRE.CATALOG_COMPONENT K WHERE K.SHA256 = C.SHA256)");
        }
    }

    /** Puts bytes that are not there yet, or are not what their digest says any more. */
    void code(Map<String, byte[]> code) throws SQLException {
        try (PreparedStatement same = connection.prepareStatement(
                        "SELECT SHA256 FROM NACRE.CATALOG_CODE WHERE SHA256 = ? AND BYTES = ?");
                PreparedStatement merge = connection.prepareStatement(
                        "MERGE INTO NACRE.CATALOG_CODE(SHA256, BYTES) KEY(SHA256) VALUES (?, ?)")) {
            for (Map.Entry<String, byte[]> entry : code.entrySet()) {
                if (!finds(same, entry)) {
                    merge.setString(1, entry.getKey());
                    merge.setBytes(2, entry.getValue());
                    merge.executeUpdate();
                }
            }
        }
    }

    private static boolean finds(PreparedStatement same, Map.Entry<String, byte[]> entry) throws SQLException {
        same.setString(1, entry.getKey());
        same.setBytes(2, entry.getValue());
        try (ResultSet row = same.executeQuery()) {
            return row.next();
        }
    }

    /** Drops and puts components, between the functions that go and those that come. */
    void components(CatalogChange change, long version) throws SQLException {
        for (String component : change.dropped()) {
            drop(component);
        }
        for (ComponentDefinition component : change.components()) {
            put(component.withVersion(version));
        }
    }

    /** Grants go with the code that they were given to, and what cannot be read of them with the row. */
    private void put(ComponentDefinition component) throws SQLException {
        try (PreparedStatement revoke =
                        connection.prepareStatement("DELETE FROM NACRE.CATALOG_GRANT WHERE COMPONENT_NAME = ?");
                PreparedStatement merge =
                        connection.prepareStatement("MERGE INTO NACRE.CATALOG_COMPONENT(COMPONENT_NAME,"
                                + " SHA256, OPTIONS, COMMENT, OWNER, VERSION, CREATED) KEY(COMPONENT_NAME)"
                                + " VALUES (?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP)")) {
            if (component.grants().isEmpty()) {
                set(revoke, component.name());
                revoke.executeUpdate();
            }
            set(
                    merge,
                    component.name(),
                    component.sha256(),
                    component.options().sql(),
                    component.comment(),
                    component.owner(),
                    component.version());
            merge.executeUpdate();
        }
    }

    /** Gives and takes rights; one that is there already is given once, and one that is not there is not taken. */
    void grants(List<GrantChange> changes) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement("DELETE FROM NACRE.CATALOG_GRANT"
                        + " WHERE COMPONENT_NAME IS NOT DISTINCT FROM ? AND FUNCTION_ID IS NOT DISTINCT FROM ?"
                        + " AND CAPABILITY = ? AND GRANTEE IS NOT DISTINCT FROM ?");
                PreparedStatement give = connection.prepareStatement(GIVE)) {
            for (GrantChange change : changes) {
                @Nullable Object component = change.component().orElse(null);
                @Nullable
                Object function =
                        change.function().isPresent() ? change.function().getAsLong() : null;
                @Nullable Object grantee = change.grantee().orElse(null);
                set(take, component, function, change.capability(), grantee);
                take.executeUpdate();
                if (change.isGiven()) {
                    set(give, component, function, change.capability(), grantee, change.grantor());
                    give.executeUpdate();
                }
            }
        }
    }

    private void drop(String component) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM NACRE.CATALOG_COMPONENT WHERE COMPONENT_NAME = ?")) {
            statement.setString(1, component);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    void add(List<FunctionDefinition> functions) throws SQLException {
        try (PreparedStatement function = connection.prepareStatement("INSERT INTO NACRE.CATALOG_FUNCTION(FUNCTION_ID,"
                        + " FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, KIND, RETURNS, SHA256, EXPORT, IS_DETERMINISTIC,"
                        + " NULL_HANDLING, NULL_ON_ERROR, COMPONENT_NAME, OPTIONS, COMMENT, OWNER, CREATED)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP)");
                PreparedStatement parameter =
                        connection.prepareStatement("INSERT INTO NACRE.CATALOG_PARAMETER VALUES (?, ?, ?, ?)");
                PreparedStatement give = connection.prepareStatement(GIVE)) {
            for (FunctionDefinition definition : functions) {
                add(function, definition);
                parameters(parameter, definition);
                grantees(give, definition);
            }
        }
    }

    private static void add(PreparedStatement statement, FunctionDefinition function) throws SQLException {
        set(
                statement,
                function.version(),
                function.name().schema(),
                function.name().name(),
                parameterTypes(function.signature()),
                function.kind().name(),
                function.signature().returns().sql(),
                function.sha256(),
                function.export(),
                function.deterministic(),
                function.nullHandling().name(),
                function.nullOnError(),
                function.component().map(ComponentDefinition::name).orElse(null),
                function.options().sql(),
                function.comment(),
                function.owner());
        statement.executeUpdate();
    }

    private static void grantees(PreparedStatement give, FunctionDefinition function) throws SQLException {
        for (String grantee : function.grantees().names()) {
            set(give, null, function.version(), GrantRows.EXECUTE, grantee, function.owner());
            give.executeUpdate();
        }
    }

    private static String parameterTypes(FunctionSignature signature) {
        return signature.parameterTypes().stream().map(SqlType::sql).collect(Collectors.joining(", "));
    }

    private static void parameters(PreparedStatement statement, FunctionDefinition function) throws SQLException {
        int position = 0;
        for (FunctionSignature.Parameter parameter : function.signature().parameters()) {
            set(
                    statement,
                    function.version(),
                    ++position,
                    parameter.name(),
                    parameter.type().sql());
            statement.executeUpdate();
        }
    }
}
