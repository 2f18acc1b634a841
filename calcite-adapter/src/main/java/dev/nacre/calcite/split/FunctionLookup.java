package dev.nacre.calcite.split;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Finds the functions that a call may mean, by exact name. */
final class FunctionLookup {
    private final FunctionCatalog catalog;
    private final List<String> schemas;

    FunctionLookup(FunctionCatalog catalog, List<String> schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
    }

    /** Returns the overloads, none when the node calls no WebAssembly function. */
    List<FunctionDefinition> overloads(SqlNode node) {
        SqlIdentifier name = functionName(node);
        if (name == null) {
            return List.of();
        }
        return switch (name.names.size()) {
            case 1 -> unqualified(name.names.get(0));
            case 2 -> scalar(new FunctionName(name.names.get(0), name.names.get(1)));
            default -> List.of();
        };
    }

    private List<FunctionDefinition> unqualified(String name) {
        if (!catalog.hasSimpleName(name)) {
            return List.of();
        }
        return schemas.stream()
                .map(schema -> scalar(new FunctionName(schema, name)))
                .filter(overloads -> !overloads.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<FunctionDefinition> scalar(FunctionName name) {
        return catalog.overloads(name).stream()
                .filter(function -> function.kind().isScalar())
                .toList();
    }

    private static @Nullable SqlIdentifier functionName(SqlNode node) {
        return node instanceof SqlCall && ((SqlCall) node).getOperator() instanceof SqlFunction
                ? ((SqlFunction) ((SqlCall) node).getOperator()).getSqlIdentifier()
                : null;
    }
}
