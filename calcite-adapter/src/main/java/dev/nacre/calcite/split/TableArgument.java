package dev.nacre.calcite.split;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/**
 * An argument that is rows: {@code TABLE t}, {@code TABLE(SELECT ...)}, {@code (SELECT ...)}, {@code CURSOR(SELECT ...)}, {@code
 * TABLE(f(...))}, each with PARTITION BY and ORDER BY or without.
 *
 * @param query a query, or {@code TABLE t} as one
 * @param partition the keys of PARTITION BY
 * @param order the items of ORDER BY
 */
record TableArgument(SqlNode query, List<SqlNode> partition, List<SqlNode> order) {
    TableArgument {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
    }

    /** Returns an argument as one that is rows. */
    static TableArgument of(SqlNode argument) {
        if (argument.getKind() == SqlKind.SET_SEMANTICS_TABLE) {
            SqlCall call = (SqlCall) argument;
            SqlNodeList partition = call.operand(1);
            SqlNodeList order = call.operand(2);
            return new TableArgument(
                    of(call.operand(0)).query(),
                    partition.stream().filter(key -> !isPlaceholder(key)).toList(),
                    order.getList());
        }
        boolean cursor = argument.getKind() == SqlKind.CURSOR || argument.getKind() == SqlKind.SCALAR_QUERY;
        return new TableArgument(cursor ? ((SqlCall) argument).operand(0) : argument, List.of(), List.of());
    }

    /** The parser puts PARTITION BY before an ORDER BY that has none, with a key that is a reserved word. */
    private static boolean isPlaceholder(SqlNode key) {
        return key instanceof SqlIdentifier name
                && name.isSimple()
                && !name.isComponentQuoted(0)
                && name.getSimple().equalsIgnoreCase("ORDER");
    }

    /**
     * Returns whether an argument of a table function is rows: a query in brackets is a value unless a parameter takes rows there.
     */
    static boolean isIn(SqlCall call, int position, FunctionLookup functions) {
        return switch (call.operand(position).getKind()) {
            case SET_SEMANTICS_TABLE, CURSOR, EXPLICIT_TABLE -> true;
            case SELECT, ORDER_BY, UNION, INTERSECT, EXCEPT, WITH, VALUES, SCALAR_QUERY ->
                functions.tables(call).stream().anyMatch(overload -> takesRows(overload, call, position));
            default -> false;
        };
    }

    private static boolean takesRows(FunctionDefinition overload, SqlCall call, int position) {
        List<SqlType> parameters = overload.signature().parameterTypes();
        return parameters.size() == call.operandCount() && parameters.get(position) instanceof SqlType.Table;
    }

    /** Returns the function of {@code TABLE(f(...))}, which the parser gives a SELECT around; null for any other query. */
    @Nullable
    SqlCall function(PlanContext context) {
        return query instanceof SqlSelect select && TableFunctions.isBare(context.text(), select)
                ? TableFunctions.call(select.getFrom(), context.functions())
                : null;
    }

    /** Returns the table that {@code TABLE t} names; null for any other query. */
    @Nullable
    SqlIdentifier name() {
        return query.getKind() == SqlKind.EXPLICIT_TABLE ? ((SqlCall) query).operand(0) : null;
    }
}
