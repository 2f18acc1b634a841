package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import org.apache.calcite.rex.RexNode;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** The type of the result of CASE and COALESCE, as H2 finds it: the higher of all that are known. */
final class CommonType {
    private CommonType() {}

    static TypeInfo of(RexNode... results) {
        TypeInfo common = TypeInfo.TYPE_UNKNOWN;
        for (RexNode result : results) {
            TypeInfo type = H2Type.info(result.getType());
            if (type.getValueType() > Value.NULL) {
                common = TypeInfo.getHigherType(common, type);
            }
        }
        return common.getValueType() == Value.UNKNOWN ? TypeInfo.TYPE_VARCHAR : common;
    }
}
