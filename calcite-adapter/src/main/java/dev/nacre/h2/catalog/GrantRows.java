package dev.nacre.h2.catalog;

import dev.nacre.functions.grants.Grantees;
import dev.nacre.functions.grants.HostGrant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The grants of the catalog's tables. What means nothing gives nothing. */
final class GrantRows {
    /** The capability of those who may call a function. */
    static final String EXECUTE = "EXECUTE";

    private final Map<String, List<String>> components = new HashMap<>();
    private final Map<Long, Set<String>> functions = new HashMap<>();
    private final boolean hasRights;

    private GrantRows(boolean hasRights) {
        this.hasRights = hasRights;
    }

    /** @param format of the tables: older ones have no rows for those who may call a function, because everybody may */
    static GrantRows read(Connection connection, int format) throws SQLException {
        GrantRows rows = new GrantRows(format >= CatalogTables.FORMAT_WITH_RIGHTS);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COMPONENT_NAME, FUNCTION_ID, CAPABILITY, GRANTEE"
                        + " FROM NACRE.CATALOG_GRANT ORDER BY GRANT_ID")) {
            while (row.next()) {
                rows.add(StoredText.text(row, 1), row.getLong(2), StoredText.text(row, 3), StoredText.text(row, 4));
            }
        }
        return rows;
    }

    private void add(String component, long function, String capability, String grantee) {
        if (!component.isEmpty()) {
            components.computeIfAbsent(component, added -> new ArrayList<>()).add(capability);
        } else if (capability.equals(EXECUTE)) {
            functions.computeIfAbsent(function, added -> new HashSet<>()).add(grantee);
        }
    }

    /**
     * Returns what a component was granted of the host.
     *
     * @throws dev.nacre.adapter.SqlLayerException for what no GRANT writes
     */
    List<HostGrant> ofComponent(String name) {
        return hasRights
                ? components.getOrDefault(name, List.of()).stream()
                        .map(HostGrants::read)
                        .toList()
                : List.of();
    }

    Grantees ofFunction(long id) {
        return hasRights ? new Grantees(functions.getOrDefault(id, Set.of())) : Grantees.EVERYBODY;
    }
}
