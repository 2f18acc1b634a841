package dev.nacre.calcite.split;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * The list: all operators and aggregates that Nacre evaluates itself over the result of a WebAssembly function. Any other
 * operator H2 computes row by row ({@link Deferred}). {@code docs/operators.md} shows it, and {@code SemanticsTest} compares each
 * entry with H2 over the edge values of all types: whatever is added here is added there.
 */
final class OperatorFamilies {
    /**
     * An entry of the list.
     *
     * @param operators as SQL writes them
     * @param evaluation what makes it equal to H2's, and where it is told apart
     */
    record Entry(String operators, OperatorFamily family, String evaluation) {}

    /** Operators, in the order in which a call is looked for. */
    static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "`=` `<>` `<` `<=` `>` `>=`, `IS [NOT] DISTINCT FROM`",
                    new Comparisons(),
                    "by H2's comparison of values: NaN, -0.0, blanks at the end of CHARACTER, collations, operands of"
                            + " different types; the right operand is left alone when the left is NULL"),
            new Entry(
                    "`AND` `OR` `NOT`",
                    new Logic(),
                    "from left to right, no further than needed; H2 puts the cheaper operand first, so that of two"
                            + " operands that fail another may be the one to be reported, or none"),
            new Entry("`IS [NOT] NULL`, `TRUE`, `FALSE`, `UNKNOWN`", new Tests(), "never NULL"),
            new Entry(
                    "`[NOT] BETWEEN`",
                    new Between(),
                    "by H2's comparison; the bounds are left alone when the value is NULL; not `SYMMETRIC`"),
            new Entry(
                    "`[NOT] IN (a, ...)`",
                    new InList(),
                    "by H2's comparison, from left to right until one is equal; several constants are first converted"
                            + " to the highest type of all, as H2 does; not for rows of several values"),
            new Entry(
                    "`CASE`",
                    new Cases(),
                    "both forms; only the branch that is taken is evaluated; the result has the highest type of all"
                            + " branches, by H2's rule"),
            new Entry(
                    "`COALESCE`, `IFNULL`, `NVL`",
                    new Coalesce(),
                    "until one is not NULL; the result's type as for `CASE`"),
            new Entry("`NULLIF`", new NullIf(), "the result has the type of the first operand"),
            new Entry(
                    "`EXISTS`, `IN (SELECT ...)`, `= ANY (SELECT ...)`, `> ALL (SELECT ...)`, `(SELECT ...)` as a value",
                    new Subqueries(),
                    "run once, or for each row where they refer to the query around them"));

    /** Aggregates over rows that a function computes or filters: what they are, and how they are computed. */
    static final Map<String, String> AGGREGATES = aggregates();

    /** For what has no wasm call. */
    static final OperatorFamily DEFERRED = new Deferred();

    private static final OperatorFamily CALLS = new WasmCalls();

    private OperatorFamilies() {}

    private static Map<String, String> aggregates() {
        Map<String, String> aggregates = new LinkedHashMap<>();
        aggregates.put("`COUNT(*)`, `COUNT`", "BIGINT");
        aggregates.put("`MIN`, `MAX`", "by H2's order of values, the first of equal ones; the type of the operand");
        aggregates.put(
                "`SUM`",
                "the type that H2 gives it: BIGINT for up to INTEGER, NUMERIC for BIGINT, DOUBLE for REAL, DECFLOAT for"
                        + " DOUBLE; added by H2's addition, with its overflow");
        aggregates.put(
                "`AVG`",
                "the type that H2 gives it, never a whole number; NUMERIC is rounded half down to its scale as H2 does");
        return Collections.unmodifiableMap(aggregates);
    }

    static @Nullable OperatorFamily find(SqlCall call, PlanContext context) {
        if (!context.functions().overloads(call).isEmpty()) {
            return CALLS;
        }
        return ENTRIES.stream()
                .map(Entry::family)
                .filter(family -> family.handles(call))
                .findFirst()
                .orElse(null);
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
