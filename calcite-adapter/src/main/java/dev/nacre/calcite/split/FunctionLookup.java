package dev.nacre.calcite.split;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionName;
import java.util.List;
import java.util.function.Predicate;
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

    /**
     * Returns the overloads of what gives one value for one row, none when the node calls none of WebAssembly: scalar functions, and
     * procedures, which {@link ProcedureCalls} keeps out of queries.
     */
    List<FunctionDefinition> overloads(SqlNode node) {
        return overloads(node, kind -> kind.isScalar() || kind == FunctionKind.PROCEDURE);
    }

    /** Returns the overloads of an aggregate, none when the node calls none of WebAssembly. */
    List<FunctionDefinition> aggregates(SqlNode node) {
        return overloads(node, kind -> kind == FunctionKind.AGGREGATE);
    }

    /** Returns the overloads of a table function, none when the node calls none of WebAssembly. */
    List<FunctionDefinition> tables(SqlNode node) {
        return overloads(node, kind -> kind == FunctionKind.TABLE);
    }

    /** Returns the overloads of what is called, of whatever kind. */
    List<FunctionDefinition> called(SqlNode node) {
        return overloads(node, kind -> true);
    }

    private List<FunctionDefinition> overloads(SqlNode node, Predicate<FunctionKind> kinds) {
        SqlIdentifier name = functionName(node);
        if (name == null) {
            return List.of();
        }
        return switch (name.names.size()) {
            case 1 -> unqualified(name.names.get(0), kinds);
            case 2 -> ofKind(catalog.overloads(new FunctionName(name.names.get(0), name.names.get(1))), kinds);
            default -> List.of();
        };
    }

    /** The first schema that has the name decides, whatever it means there. */
    private List<FunctionDefinition> unqualified(String name, Predicate<FunctionKind> kinds) {
        if (!catalog.hasSimpleName(name)) {
            return List.of();
        }
        return schemas.stream()
                .map(schema -> catalog.overloads(new FunctionName(schema, name)))
                .filter(overloads -> !overloads.isEmpty())
                .findFirst()
                .map(overloads -> ofKind(overloads, kinds))
                .orElse(List.of());
    }

    private static List<FunctionDefinition> ofKind(List<FunctionDefinition> overloads, Predicate<FunctionKind> kinds) {
        return overloads.stream()
                .filter(function -> kinds.test(function.kind()))
                .toList();
    }

    private static @Nullable SqlIdentifier functionName(SqlNode node) {
        return node instanceof SqlCall && ((SqlCall) node).getOperator() instanceof SqlFunction
                ? ((SqlFunction) ((SqlCall) node).getOperator()).getSqlIdentifier()
                : null;
    }
}
