package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Cuts a condition at its outermost ANDs, in order. */
final class Conjuncts {
    private Conjuncts() {}

    static List<SqlNode> of(@Nullable SqlNode condition) {
        List<SqlNode> conjuncts = new ArrayList<>();
        add(condition, conjuncts);
        return conjuncts;
    }

    private static void add(@Nullable SqlNode condition, List<SqlNode> conjuncts) {
        if (condition == null) {
            return;
        }
        if (condition.getKind() == SqlKind.AND) {
            ((SqlCall) condition).getOperandList().forEach(operand -> add(operand, conjuncts));
        } else {
            conjuncts.add(condition);
        }
    }
}
