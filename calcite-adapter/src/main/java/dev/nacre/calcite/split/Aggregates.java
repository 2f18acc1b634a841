package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Knows H2's aggregate functions and finds them in expressions. */
final class Aggregates {
    private static final Set<String> NAMES = Set.of(
            "ANY",
            "ANY_VALUE",
            "ARRAY_AGG",
            "AVG",
            "BIT_AND_AGG",
            "BIT_NAND_AGG",
            "BIT_NOR_AGG",
            "BIT_OR_AGG",
            "BIT_XNOR_AGG",
            "BIT_XOR_AGG",
            "BOOL_AND",
            "BOOL_OR",
            "CORR",
            "COUNT",
            "COVAR_POP",
            "COVAR_SAMP",
            "CUME_DIST",
            "DENSE_RANK",
            "ENVELOPE",
            "EVERY",
            "GCD_AGG",
            "GROUP_CONCAT",
            "HISTOGRAM",
            "JSON_ARRAYAGG",
            "JSON_OBJECTAGG",
            "LCM_AGG",
            "LISTAGG",
            "MAX",
            "MEDIAN",
            "MIN",
            "MODE",
            "PERCENTILE_CONT",
            "PERCENTILE_DISC",
            "PERCENT_RANK",
            "RANK",
            "REGR_AVGX",
            "REGR_AVGY",
            "REGR_COUNT",
            "REGR_INTERCEPT",
            "REGR_R2",
            "REGR_SLOPE",
            "REGR_SXX",
            "REGR_SXY",
            "REGR_SYY",
            "SELECTIVITY",
            "SOME",
            "STDDEV",
            "STDDEV_POP",
            "STDDEV_SAMP",
            "STDEV",
            "STDEVP",
            "STRING_AGG",
            "SUM",
            "VAR",
            "VARIANCE",
            "VARP",
            "VAR_POP",
            "VAR_SAMP");

    private Aggregates() {}

    /** Returns whether a call is an aggregate itself, FILTER and WITHIN GROUP included; a window function is none. */
    static boolean isAggregate(SqlCall call) {
        return switch (call.getKind()) {
            case FILTER, WITHIN_GROUP, WITHIN_DISTINCT, RESPECT_NULLS, IGNORE_NULLS ->
                call.operand(0) instanceof SqlCall && isAggregate(call.operand(0));
            case SOME, ALL -> false;
            default ->
                call.getOperator().isAggregator()
                        || NAMES.contains(call.getOperator().getName().toUpperCase(Locale.ROOT));
        };
    }

    /** Returns the aggregates of an expression that belong to its own query, outermost ones only. */
    static List<SqlCall> in(@Nullable SqlNode node) {
        Finder finder = new Finder();
        if (node != null) {
            node.accept(finder);
        }
        return finder.aggregates;
    }

    /** Returns whether an expression depends on the other rows of its own query: a window function, or ROWNUM. */
    static boolean hasWindow(@Nullable SqlNode node) {
        Finder finder = new Finder();
        if (node != null) {
            node.accept(finder);
        }
        return finder.window;
    }

    /** Returns the window functions of an expression that belong to its own query. */
    static List<SqlCall> windows(@Nullable SqlNode node) {
        Finder finder = new Finder();
        if (node != null) {
            node.accept(finder);
        }
        return finder.windows;
    }

    static boolean isRowNumber(String name) {
        return name.equalsIgnoreCase("ROWNUM");
    }

    private static final class Finder extends SqlBasicVisitor<@Nullable Void> {
        private final List<SqlCall> aggregates = new ArrayList<>();
        private final List<SqlCall> windows = new ArrayList<>();
        private boolean window;

        @Override
        public @Nullable Void visit(SqlCall call) {
            if (call.getKind() == SqlKind.OVER || isRowNumber(call.getOperator().getName())) {
                window = true;
                windows.add(call);
                return null;
            }
            if (call.getKind().belongsTo(SqlKind.QUERY)) {
                return null;
            }
            if (isAggregate(call)) {
                aggregates.add(call);
                return null;
            }
            return super.visit(call);
        }

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            window |= identifier.isSimple() && isRowNumber(identifier.getSimple());
            return null;
        }
    }
}
