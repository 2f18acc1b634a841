package dev.nacre.calcite.split;

import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** All operators that may stand over the result of a WebAssembly function. */
final class OperatorFamilies {
    private static final List<OperatorFamily> PLAIN = List.of(
            new Comparisons(),
            new Logic(),
            new Tests(),
            new Between(),
            new InList(),
            new Cases(),
            new Coalesce(),
            new NullIf(),
            new Subqueries());
    /** For what has no wasm call. */
    static final OperatorFamily DEFERRED = new Deferred();

    private static final OperatorFamily CALLS = new WasmCalls();

    private OperatorFamilies() {}

    static @Nullable OperatorFamily find(SqlCall call, PlanContext context) {
        if (!context.functions().overloads(call).isEmpty()) {
            return CALLS;
        }
        return PLAIN.stream().filter(family -> family.handles(call)).findFirst().orElse(null);
    }

    /** Returns an operator as a message names it. */
    static String describe(SqlCall call) {
        if (Aggregates.isAggregate(call)) {
            return "aggregate '" + name(call) + "'";
        }
        if (call.getKind() == SqlKind.OVER) {
            return "a window function";
        }
        return (call.getOperator() instanceof SqlFunction ? "function '" : "operator '") + name(call) + "'";
    }

    private static String name(SqlCall call) {
        return call.getKind() == SqlKind.FILTER || call.getKind() == SqlKind.WITHIN_GROUP
                ? name(call.operand(0))
                : call.getOperator().getName().toUpperCase(Locale.ROOT);
    }
}
