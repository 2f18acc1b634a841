package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

/** The end of a block: outputs, DISTINCT, ORDER BY and limit, with no call made for a row that the limit drops. */
final class Tail {
    private final PlanContext context;
    private final Expressions expressions;
    private final Function<Output, List<RexNode>> star;
    private final List<Output> outputs;
    private final boolean distinct;
    private final Relations relations;
    private final Limits limits;

    Tail(
            PlanContext context,
            Expressions expressions,
            Function<Output, List<RexNode>> star,
            List<Output> outputs,
            boolean distinct) {
        this.context = context;
        this.expressions = expressions;
        this.star = star;
        this.outputs = outputs;
        this.distinct = distinct;
        this.relations = new Relations(context);
        this.limits = new Limits(context, expressions.tables());
    }

    /** Places the keys of ORDER BY that are no outputs. */
    void placeKeys(Ordering ordering, Guards guards) throws SQLException {
        for (SqlNode item : ordering.items()) {
            SortItem sort = SortItem.of(item);
            if (sort.ordinal().isEmpty() && sort.output(outputs).isEmpty()) {
                expressions.place(sort.key(), guards);
            }
        }
    }

    /** Plans the end over the rows that passed the filters. */
    RelNode build(RelNode rows, Ordering ordering) throws SQLException {
        return distinct
                ? distinct(rows, ordering)
                : ordering.items().isEmpty() ? limited(rows, ordering) : sorted(rows, ordering);
    }

    private RelNode limited(RelNode rows, Ordering ordering) throws SQLException {
        RelNode limited = limits.sort(rows, List.of(), ordering);
        return relations.project(limited, flat(outputColumns()));
    }

    private RelNode distinct(RelNode rows, Ordering ordering) throws SQLException {
        List<List<RexNode>> columns = outputColumns();
        List<RelFieldCollation> order = new ArrayList<>();
        for (SqlNode item : ordering.items()) {
            SortItem sort = SortItem.of(item);
            OptionalInt column = outputColumn(sort, columns);
            if (column.isEmpty()) {
                throw Refusals.clause(item, "ORDER BY of an expression that SELECT DISTINCT does not list");
            }
            order.add(sort.collation(column.getAsInt()));
        }
        RelNode distinctRows = relations.distinct(relations.project(rows, flat(columns)));
        return limits.sort(distinctRows, order, ordering);
    }

    private RelNode sorted(RelNode rows, Ordering ordering) throws SQLException {
        List<RexNode> wide = relations.columns(rows, rows.getRowType().getFieldCount());
        List<RelFieldCollation> order = new ArrayList<>();
        Map<Integer, Integer> computed = new HashMap<>();
        List<List<RexNode>> columns = outputColumns();
        for (SqlNode item : ordering.items()) {
            SortItem sort = SortItem.of(item);
            OptionalInt output = outputColumn(sort, columns);
            RexNode key = output.isPresent() ? flat(columns).get(output.getAsInt()) : expressions.compile(sort.key());
            int column = column(wide, key);
            output.ifPresent(index -> computed.put(index, column));
            order.add(sort.collation(column));
        }
        RelNode sortedRows = limits.sort(relations.project(rows, wide), order, ordering);
        return relations.project(sortedRows, replaced(flat(columns), computed, sortedRows));
    }

    private List<RexNode> replaced(List<RexNode> columns, Map<Integer, Integer> computed, RelNode rows) {
        List<RexNode> replaced = new ArrayList<>(columns);
        computed.forEach((index, column) -> replaced.set(index, context.rex().makeInputRef(rows, column)));
        return replaced;
    }

    /** Returns where a key stands among the columns, added when it is none of them yet. */
    private static int column(List<RexNode> wide, RexNode key) {
        if (key instanceof RexInputRef) {
            return ((RexInputRef) key).getIndex();
        }
        wide.add(key);
        return wide.size() - 1;
    }

    /** Returns the columns of each output. */
    private List<List<RexNode>> outputColumns() throws SQLException {
        List<List<RexNode>> columns = new ArrayList<>();
        for (Output output : outputs) {
            columns.add(output.isStar() ? star.apply(output) : List.of(expressions.compile(output.node())));
        }
        return columns;
    }

    private OptionalInt outputColumn(SortItem sort, List<List<RexNode>> columns) {
        if (sort.ordinal().isPresent()) {
            return OptionalInt.of(sort.ordinal().getAsInt() - 1);
        }
        OptionalInt output = sort.output(outputs);
        return output.isEmpty()
                ? output
                : OptionalInt.of(columns.subList(0, output.getAsInt()).stream()
                        .mapToInt(List::size)
                        .sum());
    }

    private static List<RexNode> flat(List<List<RexNode>> columns) {
        return columns.stream().flatMap(List::stream).toList();
    }
}
