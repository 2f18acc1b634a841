package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LazyOperator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.value.TypeInfo;

/** {@code v [NOT] IN (a, ...)}; from left to right, until one is equal. Rows of several values are for H2. */
final class InList implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return (call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN)
                && call.operand(1) instanceof SqlNodeList candidates
                && call.operand(0).getKind() != SqlKind.ROW
                && candidates.getList().stream().noneMatch(candidate -> candidate.getKind() == SqlKind.ROW);
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        expressions.place(call.operand(0), guards);
        SqlNodeList candidates = call.operand(1);
        expressions.placeInTurn(candidates.getList(), expressions.after(call.operand(0), "IS NOT NULL", guards));
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        List<SqlNode> operands = new ArrayList<>();
        operands.add(call.operand(0));
        operands.addAll(((SqlNodeList) call.operand(1)).getList());
        RexNode[] compiled = expressions.compileAll(operands);
        RexNode[] compared = ConstantList.isSet(operands.subList(1, operands.size()))
                ? ConstantList.converted(compiled, expressions.context())
                : compiled;
        RexNode in = expressions.call(TypeInfo.TYPE_BOOLEAN, LazyOperator.IN, compared);
        return call.getKind() == SqlKind.IN ? in : expressions.call(TypeInfo.TYPE_BOOLEAN, SqlStdOperatorTable.NOT, in);
    }
}
