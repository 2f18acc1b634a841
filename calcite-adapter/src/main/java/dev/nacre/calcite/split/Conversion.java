package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.algebra.ConvertOperator;
import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.h2.H2Column;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Gives a relation's columns the types that H2 says the query's columns have. */
final class Conversion {
    private final PlanContext context;
    private final int alwaysConverted;

    Conversion(PlanContext context) {
        this(context, Value.UNKNOWN);
    }

    private Conversion(PlanContext context, int alwaysConverted) {
        this.context = context;
        this.alwaysConverted = alwaysConverted;
    }

    /** Returns that of a set operation: it takes the blanks off CHARACTER values, even where no type changes. */
    static Conversion ofSet(PlanContext context) {
        return new Conversion(context, Value.CHAR);
    }

    RelNode to(List<H2Column> columns, RelNode relation) {
        if (columns.size() != relation.getRowType().getFieldCount()) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.INTERNAL,
                    "query: expected " + columns.size() + " columns, planned "
                            + relation.getRowType().getFieldCount() + "; please report the statement");
        }
        List<RexNode> converted = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            converted.add(to(columns.get(index).type(), context.rex().makeInputRef(relation, index)));
        }
        return new Relations(context).project(relation, converted);
    }

    private RexNode to(TypeInfo type, RexNode column) {
        return H2Type.info(column.getType()).equals(type) && type.getValueType() != alwaysConverted
                ? column
                : context.rex().makeCall(context.typeFactory().of(type), ConvertOperator.INSTANCE, List.of(column));
    }
}
