package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LazyOperator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** {@code CASE}, both forms; only the branch that is taken is evaluated. */
final class Cases implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return call instanceof SqlCase;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        if (isSwitch((SqlCase) call)) {
            placeSwitch((SqlCase) call, guards, expressions);
        } else {
            placeSearched((SqlCase) call, guards, expressions);
        }
    }

    private static void placeSearched(SqlCase call, Guards guards, Expressions expressions) throws SQLException {
        Guards next = guards;
        for (int index = 0; index < call.getWhenOperands().size(); index++) {
            SqlNode when = call.getWhenOperands().get(index);
            expressions.place(when, next);
            expressions.place(call.getThenOperands().get(index), expressions.after(when, "IS TRUE", next));
            next = expressions.after(when, "IS NOT TRUE", next);
        }
        expressions.place(otherwise(call), next);
    }

    private static void placeSwitch(SqlCase call, Guards guards, Expressions expressions) throws SQLException {
        SqlNode operand = operand(call);
        expressions.place(operand, guards);
        Guards next = guards;
        for (int index = 0; index < call.getWhenOperands().size(); index++) {
            List<SqlNode> candidates = candidates(call, index);
            expressions.placeAll(candidates, next);
            boolean wasm = expressions.isWasm(operand) || candidates.stream().anyMatch(expressions::isWasm);
            SqlNode then = call.getThenOperands().get(index);
            expressions.place(then, wasm ? next.andUndecidable() : next.and(equal(operand, candidates), "IS TRUE"));
            next = wasm ? next.andUndecidable() : next.and(equal(operand, candidates), "IS NOT TRUE");
        }
        expressions.place(otherwise(call), next);
    }

    private static Guards.Condition equal(SqlNode operand, List<SqlNode> candidates) {
        return write -> "(" + write.apply(operand) + ") IN ("
                + String.join(", ", candidates.stream().map(write).toList()) + ")";
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        SqlCase node = (SqlCase) call;
        List<RexNode> operands = new ArrayList<>();
        List<RexNode> results = new ArrayList<>();
        if (isSwitch(node)) {
            operands.add(expressions.compile(operand(node)));
        }
        for (int index = 0; index < node.getWhenOperands().size(); index++) {
            RexNode result = expressions.compile(node.getThenOperands().get(index));
            for (SqlNode when : isSwitch(node)
                    ? candidates(node, index)
                    : List.of(node.getWhenOperands().get(index))) {
                operands.add(expressions.compile(when));
                operands.add(result);
            }
            results.add(result);
        }
        results.add(expressions.compile(otherwise(node)));
        operands.add(results.get(results.size() - 1));
        return expressions.call(
                CommonType.of(results.toArray(RexNode[]::new)),
                isSwitch(node) ? LazyOperator.CASE_OF : SqlStdOperatorTable.CASE,
                operands.toArray(RexNode[]::new));
    }

    /** The parser puts NULL where ELSE is missing. */
    private static SqlNode otherwise(SqlCase call) {
        SqlNode otherwise = call.getElseOperand();
        if (otherwise == null) {
            throw new IllegalStateException("CASE without ELSE");
        }
        return otherwise;
    }

    /** The parser turns {@code CASE v WHEN a} into {@code CASE WHEN v = a}, an equality that stands where CASE does. */
    private static boolean isSwitch(SqlCase call) {
        return call.getWhenOperands().get(0).getParserPosition().equals(call.getParserPosition());
    }

    private static SqlNode operand(SqlCase call) {
        return ((SqlCall) call.getWhenOperands().get(0)).operand(0);
    }

    /** {@code WHEN a, b} comes as {@code v IN (a, b)}. */
    private static List<SqlNode> candidates(SqlCase call, int index) {
        SqlNode candidates = ((SqlCall) call.getWhenOperands().get(index)).operand(1);
        return candidates instanceof SqlNodeList ? ((SqlNodeList) candidates).getList() : List.of(candidates);
    }
}
