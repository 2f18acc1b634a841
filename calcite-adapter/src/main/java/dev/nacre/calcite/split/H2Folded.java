package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Fold;
import dev.nacre.calcite.algebra.H2Query;
import dev.nacre.calcite.algebra.RowsTable;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * An aggregate that only H2 knows, beside one of WebAssembly.
 *
 * @param call with FILTER, if it has one
 * @param operands what H2 needs of each row
 */
record H2Folded(SqlCall call, CommonTables tables, List<SqlNode> operands) implements GroupedAggregate {
    static H2Folded of(SqlCall call, CommonTables tables, List<SqlNode> leaves) {
        return new H2Folded(
                call, tables, leaves.isEmpty() ? List.of(SqlLiteral.createNull(SqlParserPos.ZERO)) : leaves);
    }

    @Override
    public boolean distinct() {
        return false; // H2 sees it in the text
    }

    @Override
    public SqlAggFunction operator(PlanContext context, List<RexNode> compiled) throws SQLException {
        RelDataTypeFactory.Builder row = context.typeFactory().builder();
        compiled.forEach(operand -> row.add("C" + row.getFieldCount(), operand.getType()));
        Values rows = LogicalValues.createEmpty(context.cluster(), row.build());
        ScanBuilder scan = new ScanBuilder(context, tables, rows);
        for (int index = 0; index < operands.size(); index++) {
            if (operands.get(index).getParserPosition().getLineNum() > 0) {
                scan.replace(operands.get(index), RowsTable.column(index));
            }
        }
        scan.item(scan.write(call));
        return new H2Fold((H2Query) scan.build());
    }
}
