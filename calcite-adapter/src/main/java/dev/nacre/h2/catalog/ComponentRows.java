package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.ComponentDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The components of the catalog's tables, those whose rows are damaged apart. */
final class ComponentRows {
    private final Map<String, ComponentDefinition> components = new HashMap<>();
    private final Map<String, String> damaged = new HashMap<>();

    private ComponentRows() {}

    static ComponentRows read(Connection connection, GrantRows grants) throws SQLException {
        ComponentRows rows = new ComponentRows();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COMPONENT_NAME, SHA256, OPTIONS, COMMENT, OWNER, VERSION"
                        + " FROM NACRE.CATALOG_COMPONENT ORDER BY COMPONENT_NAME")) {
            while (row.next()) {
                rows.add(row, StoredText.text(row, 1), grants);
            }
        }
        return rows;
    }

    private void add(ResultSet row, String name, GrantRows grants) throws SQLException {
        try {
            components.put(
                    name,
                    new ComponentDefinition(
                            name,
                            StoredText.digest(StoredText.text(row, 2)),
                            StoredOptions.read(StoredText.text(row, 3)),
                            StoredText.text(row, 4),
                            StoredText.text(row, 5),
                            grants.ofComponent(name),
                            row.getLong(6)));
        } catch (SqlLayerException failure) {
            damaged.put(
                    name,
                    failure.getMessage() + "; repair its row in NACRE.CATALOG_COMPONENT, or create the component again"
                            + " with CREATE OR REPLACE COMPONENT");
        }
    }

    Collection<ComponentDefinition> components() {
        return components.values();
    }

    /** Returns why components cannot be used, by name. */
    Map<String, String> damaged() {
        return damaged;
    }

    /**
     * Returns the component that a function's row names.
     *
     * @param name empty for none
     * @param sha256 which code the row names
     * @throws SqlLayerException when the two do not go together
     */
    Optional<ComponentDefinition> of(String name, String sha256) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        ComponentDefinition component = components.get(name);
        if (component == null) {
            throw StoredText.damaged("expected component '" + name + "', found "
                    + (damaged.containsKey(name) ? "its row damaged" : "none"));
        }
        if (!component.sha256().equals(sha256)) {
            throw StoredText.damaged(
                    "expected the code of component '" + name + "', " + component.sha256() + ", found " + sha256);
        }
        return Optional.of(component);
    }
}
