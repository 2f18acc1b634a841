package dev.nacre.calcite.split;

import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Splits VALUES: each row is a query without tables. */
final class ValuesSplitter {
    private final PlanContext context;
    private final CommonTables tables;

    ValuesSplitter(PlanContext context, CommonTables tables) {
        this.context = context;
        this.tables = tables;
    }

    RelNode split(SqlBasicCall values, Ordering ordering) throws SQLException {
        List<RelNode> rows = new ArrayList<>();
        for (SqlNode row : values.getOperandList()) {
            rows.add(row((SqlCall) row));
        }
        List<H2Column> columns = Shadow.describe(context, values, tables).columns();
        List<RelNode> converted = rows.stream()
                .map(row -> new Conversion(context).to(columns, row))
                .toList();
        RelNode all = converted.size() == 1 ? converted.get(0) : LogicalUnion.create(converted, true);
        return new Limits(context, tables).sort(all, SetSplitter.order(ordering, columns), ordering);
    }

    private RelNode row(SqlCall row) throws SQLException {
        TableSource source = new TableSource(context, tables, Optional.empty());
        Expressions expressions = new Expressions(context, tables, source);
        expressions.placeAll(row.getOperandList(), Guards.NONE);
        RelNode one = source.build();
        List<RexNode> columns = List.of(expressions.compileAll(row.getOperandList()));
        return new Relations(context).project(one, columns);
    }
}
