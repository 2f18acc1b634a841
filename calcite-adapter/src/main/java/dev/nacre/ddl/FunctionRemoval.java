package dev.nacre.ddl;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.sql.ddl.DropFunction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** DROP FUNCTION, DROP AGGREGATE FUNCTION and DROP PROCEDURE. */
final class FunctionRemoval {
    private final DropFunction statement;
    private final DdlSession session;

    FunctionRemoval(DropFunction statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
    }

    OwnResult run() throws SQLException {
        FunctionName name = ResolvedName.of(statement.name(), session.connection());
        Administration.requireRight(
                session.connection(), name.schema(), "DROP " + statement.kind().words() + " '" + name + "'");
        MeantFunction meant = MeantFunction.of("DROP", statement.kind(), name, statement.parameterTypes());
        session.database().change(session.connection(), catalog -> decide(meant, catalog));
        return new OwnResult.Done();
    }

    private CatalogChange decide(MeantFunction meant, FunctionCatalog catalog) {
        MeantFunction.Found found = meant.find(catalog);
        if (found.isNone() && !statement.ifExists()) {
            throw Functions.missing(meant.name(), catalog);
        }
        return CatalogChange.functions(found.readable(), found.damaged(), List.of(), Map.of());
    }
}
