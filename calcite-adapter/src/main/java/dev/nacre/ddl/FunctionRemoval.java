package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.DamagedFunction;
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
import org.jspecify.annotations.Nullable;

/** DROP FUNCTION, DROP AGGREGATE FUNCTION and DROP PROCEDURE. */
final class FunctionRemoval {
    private final DropFunction statement;
    private final DdlSession session;
    private final @Nullable List<SqlType> types;

    FunctionRemoval(DropFunction statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
        this.types = statement.parameterTypes() == null
                ? null
                : statement.parameterTypes().stream().map(WrittenTypes::of).toList();
    }

    OwnResult run() throws SQLException {
        FunctionName name = ResolvedName.of(statement.name(), session.connection());
        Administration.requireRight(
                session.connection(), name.schema(), "DROP " + statement.kind().words() + " '" + name + "'");
        session.database().change(session.connection(), catalog -> decide(name, catalog));
        return new OwnResult.Done();
    }

    private CatalogChange decide(FunctionName name, FunctionCatalog catalog) {
        List<FunctionDefinition> candidates = ofKind(name, catalog.readable(name)).stream()
                .filter(function -> isMeant(function.signature().parameterTypes()))
                .toList();
        List<DamagedFunction> damaged = catalog.damaged(name).stream()
                .filter(function -> function.parameterTypes().map(this::isMeant).orElse(types == null))
                .toList();
        int count = candidates.size() + damaged.size();
        if (count > 1) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.AMBIGUOUS_OVERLOAD,
                    "function '" + name + "': expected the types of the one to drop, because there are " + count + ": "
                            + Listing.functions(candidates, damaged));
        }
        if (count == 0 && !statement.ifExists()) {
            throw Functions.missing(name, catalog);
        }
        return CatalogChange.functions(candidates, damaged, List.of(), Map.of());
    }

    private boolean isMeant(List<SqlType> parameterTypes) {
        return types == null || Overloads.sameTypes(parameterTypes, types);
    }

    /** Refuses with IF EXISTS as well, as H2 does for a view that is a table: what has the name would stay. */
    private List<FunctionDefinition> ofKind(FunctionName name, List<FunctionDefinition> overloads) {
        List<FunctionDefinition> found = overloads.stream()
                .filter(function -> CreateText.kind(function) == statement.kind())
                .toList();
        if (found.isEmpty() && !overloads.isEmpty()) {
            FunctionDefinition other = overloads.get(0);
            throw new SqlLayerException(
                    SqlLayerErrorCode.NO_SUCH_FUNCTION,
                    "function '" + name + "': DROP " + statement.kind().words() + " found " + OneKind.found(other)
                            + "; write " + OneKind.drop(other));
        }
        return found;
    }
}
