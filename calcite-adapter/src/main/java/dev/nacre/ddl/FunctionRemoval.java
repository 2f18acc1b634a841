package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.WrittenTypes;
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
        session.database().change(session.connection(), catalog -> decide(name, catalog));
        return new OwnResult.Done();
    }

    private CatalogChange decide(FunctionName name, FunctionCatalog catalog) {
        List<FunctionDefinition> candidates = matching(ofKind(catalog.overloads(name)));
        if (candidates.size() > 1) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.AMBIGUOUS_OVERLOAD,
                    "function '" + name + "': expected the types of the one to drop, because there are "
                            + candidates.size() + ": " + Listing.functions(candidates));
        }
        if (candidates.isEmpty() && !statement.ifExists()) {
            throw Functions.missing(name, catalog.overloads(name));
        }
        return candidates.isEmpty() ? CatalogChange.none() : CatalogChange.functions(candidates, List.of(), Map.of());
    }

    private List<FunctionDefinition> ofKind(List<FunctionDefinition> overloads) {
        return overloads.stream()
                .filter(function -> CreateText.kind(function) == statement.kind())
                .toList();
    }

    private List<FunctionDefinition> matching(List<FunctionDefinition> overloads) {
        if (statement.parameterTypes() == null) {
            return overloads;
        }
        List<SqlType> types =
                statement.parameterTypes().stream().map(WrittenTypes::of).toList();
        return overloads.stream()
                .filter(function -> Overloads.sameTypes(function.signature().parameterTypes(), types))
                .toList();
    }
}
