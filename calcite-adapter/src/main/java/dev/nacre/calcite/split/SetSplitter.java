package dev.nacre.calcite.split;

import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalMinus;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSetOperator;

/** Splits UNION, INTERSECT and EXCEPT: each side is a query of its own, brought to the types that H2 gives the whole. */
final class SetSplitter {
    private final PlanContext context;
    private final CommonTables tables;

    SetSplitter(PlanContext context, CommonTables tables) {
        this.context = context;
        this.tables = tables;
    }

    RelNode split(SqlBasicCall query, Ordering ordering) throws SQLException {
        List<RelNode> sides = new ArrayList<>();
        for (SqlNode side : sides(query)) {
            sides.add(new QuerySplitter(context).rows(side, tables));
        }
        List<H2Column> columns = Shadow.describe(context, query, tables).columns();
        List<RelNode> inputs = sides.stream()
                .map(side -> Conversion.ofSet(context).to(columns, side))
                .toList();
        return new Limits(context, tables).sort(combine(query, inputs), order(ordering, columns), ordering);
    }

    /** Returns the sides; a chain of UNION ALL, which leans to the left, as one list. */
    private static List<SqlNode> sides(SqlBasicCall query) {
        Deque<SqlNode> sides = new ArrayDeque<>();
        SqlNode rest = query;
        while (isUnionAll(rest)) {
            sides.addFirst(((SqlBasicCall) rest).operand(1));
            rest = ((SqlBasicCall) rest).operand(0);
        }
        sides.addFirst(rest);
        return sides.size() == 1 ? query.getOperandList() : List.copyOf(sides);
    }

    private static boolean isUnionAll(SqlNode query) {
        return query.getKind() == SqlKind.UNION && ((SqlSetOperator) ((SqlCall) query).getOperator()).isAll();
    }

    private static RelNode combine(SqlBasicCall query, List<RelNode> inputs) {
        boolean all = ((SqlSetOperator) query.getOperator()).isAll();
        if (all && query.getKind() != SqlKind.UNION) {
            throw Refusals.clause(query, query.getKind() + " ALL");
        }
        return switch (query.getKind()) {
            case UNION -> LogicalUnion.create(inputs, all);
            case INTERSECT -> LogicalIntersect.create(inputs, false);
            default -> LogicalMinus.create(inputs, false);
        };
    }

    static List<RelFieldCollation> order(Ordering ordering, List<H2Column> columns) {
        List<RelFieldCollation> order = new ArrayList<>();
        for (SqlNode item : ordering.items()) {
            SortItem sort = SortItem.of(item);
            OptionalInt column = sort.ordinal().isPresent()
                    ? OptionalInt.of(sort.ordinal().getAsInt() - 1)
                    : byLabel(sort.key(), columns);
            if (column.isEmpty()) {
                throw Refusals.clause(item, "ORDER BY of an expression over a set operation");
            }
            order.add(sort.collation(column.getAsInt()));
        }
        return order;
    }

    private static OptionalInt byLabel(SqlNode key, List<H2Column> columns) {
        for (int index = 0; index < columns.size(); index++) {
            if (key instanceof SqlIdentifier
                    && ((SqlIdentifier) key).isSimple()
                    && ((SqlIdentifier) key)
                            .getSimple()
                            .equals(columns.get(index).label())) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
