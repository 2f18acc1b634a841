package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.DamagedFunction;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.sql.ddl.DropComponent;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** DROP COMPONENT. */
final class ComponentRemoval {
    private final DropComponent statement;
    private final DdlSession session;
    private final String name;

    ComponentRemoval(DropComponent statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
        this.name = Components.name(statement.name());
    }

    OwnResult run() throws SQLException {
        Administration.requireAdministrator(session.connection(), "DROP COMPONENT '" + name + "'");
        session.database().change(session.connection(), this::decide);
        return new OwnResult.Done();
    }

    private CatalogChange decide(FunctionCatalog catalog) {
        if (!catalog.hasDamagedComponent(name) && catalog.component(name).isEmpty()) {
            if (statement.ifExists()) {
                return CatalogChange.none();
            }
            throw Components.missing(name);
        }
        List<FunctionDefinition> users = catalog.users(name);
        List<DamagedFunction> damaged = catalog.damagedUsers(name);
        if (!(users.isEmpty() && damaged.isEmpty()) && !statement.cascade()) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.COMPONENT_IN_USE,
                    "component '" + name + "': expected no function to use it, found "
                            + Listing.functions(users, damaged)
                            + "; drop them first, or write DROP COMPONENT ... CASCADE");
        }
        return new CatalogChange(users, damaged, List.of(), List.of(name), List.of(), List.of(), Map.of());
    }
}
