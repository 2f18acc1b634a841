package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Aggregate;
import dev.nacre.calcite.algebra.H2Aggregate.Form;
import dev.nacre.calcite.algebra.H2Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.h2.value.TypeInfo;

/** An aggregate that is computed above H2. */
sealed interface GroupedAggregate permits GroupedAggregate.OfH2, H2Folded, WasmGroupedAggregate {
    /** Returns what is computed for each row: the arguments, and after them the condition of FILTER, if there is one. */
    List<SqlNode> operands();

    /** Returns whether equal arguments count once. */
    boolean distinct();

    /**
     * Returns the operator.
     *
     * @param compiled the operands
     */
    SqlAggFunction operator(PlanContext context, List<RexNode> compiled) throws SQLException;

    /** Returns what a call means; those of WebAssembly are marked by {@link AggregateName}. */
    static GroupedAggregate of(SqlCall call, PlanContext context, CommonTables tables) throws SQLException {
        SqlCall aggregate = call.getKind() == SqlKind.FILTER ? call.operand(0) : call;
        return AggregateName.isIn(aggregate) ? WasmGroupedAggregate.of(call, context, tables) : OfH2.of(call);
    }

    /** Returns whether Nacre computes an aggregate itself. */
    static boolean isKnown(SqlCall call) {
        SqlCall aggregate = call.getKind() == SqlKind.FILTER ? call.operand(0) : call;
        return AggregateName.isIn(aggregate) || OfH2.find(aggregate).isPresent();
    }

    /** Returns whether a call has DISTINCT before its arguments. */
    static boolean isDistinct(SqlCall aggregate) {
        SqlLiteral quantifier = aggregate.getFunctionQuantifier();
        return quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
    }

    /**
     * One of H2's, with H2's types and arithmetic.
     *
     * @param operands the argument, if there is one, and after it the condition of FILTER, if there is one
     */
    record OfH2(Form form, boolean distinct, boolean filtered, List<SqlNode> operands) implements GroupedAggregate {
        static OfH2 of(SqlCall call) {
            boolean filtered = call.getKind() == SqlKind.FILTER;
            SqlCall aggregate = filtered ? call.operand(0) : call;
            List<SqlNode> operands = new ArrayList<>();
            Form form = form(aggregate);
            if (form != Form.COUNT_ALL) {
                operands.add(aggregate.operand(0));
            }
            if (filtered) {
                operands.add(call.operand(1));
            }
            return new OfH2(form, isDistinct(aggregate), filtered, List.copyOf(operands));
        }

        private static Form form(SqlCall aggregate) {
            return find(aggregate)
                    .orElseThrow(() -> Refusals.clause(
                            aggregate,
                            OperatorFamilies.describe(aggregate)
                                    + " over rows that a wasm function computes or filters"));
        }

        private static Optional<Form> find(SqlCall aggregate) {
            if (aggregate.operandCount() != 1 || aggregate.getKind() == SqlKind.WITHIN_GROUP) {
                return Optional.empty();
            }
            boolean star = isStar(aggregate.operand(0));
            return switch (aggregate.getOperator().getName().toUpperCase(Locale.ROOT)) {
                case "COUNT" -> Optional.of(star ? Form.COUNT_ALL : Form.COUNT);
                case "MIN" -> Optional.of(Form.MIN);
                case "MAX" -> Optional.of(Form.MAX);
                case "SUM" -> Optional.of(Form.SUM);
                case "AVG" -> Optional.of(Form.AVG);
                default -> Optional.empty();
            };
        }

        private static boolean isStar(SqlNode operand) {
            return operand instanceof SqlIdentifier && ((SqlIdentifier) operand).isStar();
        }

        @Override
        public SqlAggFunction operator(PlanContext context, List<RexNode> compiled) throws SQLException {
            return new H2Aggregate(form, context.typeFactory().of(type(context, compiled)), filtered);
        }

        /** Returns the type of the result, as H2 gives it. */
        private TypeInfo type(PlanContext context, List<RexNode> compiled) throws SQLException {
            return switch (form) {
                case COUNT_ALL, COUNT -> TypeInfo.TYPE_BIGINT;
                case MIN, MAX -> H2Type.info(compiled.get(0).getType());
                case SUM, AVG -> askedType(context, H2Type.info(compiled.get(0).getType()));
            };
        }

        /** H2 knows the type, or that there is none. */
        private TypeInfo askedType(PlanContext context, TypeInfo argument) throws SQLException {
            String type = argument.getSQL(new StringBuilder(), 0).toString();
            return context.session()
                    .describe("SELECT " + form + "(C) FROM (SELECT CAST(NULL AS " + type + ") C)")
                    .columns()
                    .get(0)
                    .type();
        }
    }
}
