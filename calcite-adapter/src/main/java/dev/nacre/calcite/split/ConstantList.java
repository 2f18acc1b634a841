package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.ConvertOperator;
import dev.nacre.calcite.algebra.H2Type;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/**
 * The candidates of IN when all are constants. H2 keeps two or more of them as a set: there they are converted to one type,
 * and so is the value, while single candidates are compared each by itself. For a CHARACTER value that is a difference: in
 * the set its blanks at the end count.
 */
final class ConstantList {
    private ConstantList() {}

    /** Returns whether H2 makes a set of candidates. */
    static boolean isSet(List<SqlNode> candidates) {
        return candidates.size() > 1
                && candidates.stream().allMatch(ConstantList::isConstant)
                && !candidates.stream().allMatch(ConstantList::isNull);
    }

    private static boolean isNull(SqlNode node) {
        return node instanceof SqlLiteral && ((SqlLiteral) node).getValue() == null;
    }

    private static boolean isConstant(SqlNode node) {
        if (node instanceof SqlLiteral || node instanceof SqlDataTypeSpec) {
            return true;
        }
        boolean folded = node instanceof SqlCall call
                && (call.getOperator() instanceof SqlBinaryOperator
                        || call.getOperator() instanceof SqlPrefixOperator
                        || call.getKind() == SqlKind.CAST);
        return folded && ((SqlCall) node).getOperandList().stream().allMatch(ConstantList::isConstant);
    }

    /** Converts the value, which comes first, and the candidates to the highest type of all. */
    static RexNode[] converted(RexNode[] operands, PlanContext context) {
        TypeInfo common = highest(operands);
        if (common.getValueType() == Value.UNKNOWN) {
            return operands;
        }
        RelDataType type = context.typeFactory().of(common);
        return Arrays.stream(operands)
                .map(operand -> context.rex().makeCall(type, ConvertOperator.INSTANCE, List.of(operand)))
                .toArray(RexNode[]::new);
    }

    /** Types that have no common one cannot be compared at all, which H2 says when it describes the query. */
    private static TypeInfo highest(RexNode... operands) {
        TypeInfo highest = H2Type.info(operands[0].getType());
        try {
            for (RexNode operand : operands) {
                TypeInfo type = H2Type.info(operand.getType());
                highest = type.getValueType() > Value.NULL ? TypeInfo.getHigherType(highest, type) : highest;
            }
            return highest;
        } catch (DbException incomparable) {
            return TypeInfo.TYPE_UNKNOWN;
        }
    }
}
