package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Scan;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWithItem;

/**
 * The rows of an argument, planned: partition after partition, each in its order.
 *
 * @param rows the query, in the order of the keys
 * @param names of its columns
 * @param partition which columns PARTITION BY names, from 0
 * @param keys which columns PARTITION BY and ORDER BY name
 */
record ArgumentRows(RelNode rows, List<String> names, List<Integer> partition, Set<Integer> keys) {
    ArgumentRows {
        names = List.copyOf(names);
        partition = List.copyOf(partition);
        keys = Set.copyOf(keys);
    }

    /**
     * Plans an argument.
     *
     * @param outer columns of its query that something around it has
     */
    static ArgumentRows of(
            PlanContext context, CommonTables tables, TableArgument argument, List<List<SqlIdentifier>> outer)
            throws SQLException {
        Named source = source(context, tables, argument, outer);
        List<RelFieldCollation> order = new ArrayList<>();
        List<String> written = new ArrayList<>();
        List<Integer> partition = new ArrayList<>();
        Set<Integer> keys = new HashSet<>();
        for (SqlNode key : argument.partition()) {
            int column = column(key, source.names());
            partition.add(column);
            if (keys.add(column)) {
                order.add(new RelFieldCollation(column));
                written.add(Integer.toString(column + 1));
            }
        }
        for (SqlNode item : argument.order()) {
            SortItem sort = SortItem.of(item);
            int column = column(sort.key(), source.names());
            if (keys.add(column)) {
                order.add(sort.collation(column));
                written.add((column + 1) + sort.suffix());
            }
        }
        RelNode rows = order.isEmpty()
                ? source.rows()
                : source.rows() instanceof H2Scan scan
                        ? ordered(scan, argument, written)
                        : new Relations(context).sort(source.rows(), order, null, null);
        return new ArgumentRows(rows, source.names(), partition, keys);
    }

    /** Rows and the names of their columns. */
    private record Named(RelNode rows, List<String> names) {}

    private static Named source(
            PlanContext context, CommonTables tables, TableArgument argument, List<List<SqlIdentifier>> outer)
            throws SQLException {
        QuerySplitter splitter = new QuerySplitter(context);
        SqlIdentifier name = argument.name();
        if (name != null) {
            if (name.isSimple() && tables.wasm(name.getSimple()).isPresent()) {
                return common(splitter, tables.wasm(name.getSimple()).get());
            }
            return named(splitter.scan(name, tables));
        }
        SqlCall function = argument.function(context);
        if (function != null) {
            FunctionLeaf leaf = FunctionLeaf.of(context, tables, function, List.of(), "", List.of());
            return new Named(leaf.buildWhole(), leaf.names(""));
        }
        if (outer.isEmpty() || !context.wasm().contains(argument.query(), tables)) {
            return named(splitter.split(argument.query(), tables));
        }
        RelNode rows = splitter.rows(argument.query(), tables);
        List<SqlIdentifier> unknown = outer.stream().flatMap(List::stream).toList();
        return new Named(
                rows,
                labels(Shadow.describe(context, argument.query(), tables, unknown)
                        .columns()));
    }

    private static Named common(QuerySplitter splitter, CommonTables.Entry entry) throws SQLException {
        SqlWithItem item = entry.item();
        Block block = splitter.split(item.query, entry.definedIn());
        return item.columnList == null
                ? named(block)
                : new Named(block.relation(), SqlIdentifier.simpleNames(item.columnList));
    }

    private static Named named(Block block) {
        return new Named(block.relation(), labels(block.columns()));
    }

    private static List<String> labels(List<H2Column> columns) {
        return columns.stream().map(H2Column::label).toList();
    }

    private static int column(SqlNode key, List<String> names) {
        if (key instanceof SqlIdentifier name && !name.isStar()) {
            int column = names.indexOf(name.names.get(name.names.size() - 1));
            if (column >= 0) {
                return column;
            }
        }
        throw Refusals.key(key, names);
    }

    /** A query with an order of its own, or a limit, is a subquery of the one that orders. */
    private static RelNode ordered(H2Scan scan, TableArgument argument, List<String> keys) {
        boolean plain = argument.query().getKind() != SqlKind.ORDER_BY
                && argument.query().getKind() != SqlKind.WITH;
        String columns = IntStream.range(0, scan.getRowType().getFieldCount())
                .mapToObj(column -> "C" + column)
                .collect(Collectors.joining(", "));
        String sql = scan.statement().sql();
        String ordered = (plain ? sql : "SELECT * FROM (" + sql + ") AS NACRE_ROWS(" + columns + ")")
                + " ORDER BY "
                + String.join(", ", keys);
        return new H2Scan(
                scan.getCluster(), new H2Statement(ordered, scan.statement().parameters()), scan.getRowType());
    }

    /** Returns it as overloads are chosen by. */
    Argument argument() {
        return new Argument.Table(
                names,
                rows.getRowType().getFieldList().stream()
                        .map(RelDataTypeField::getType)
                        .map(H2Type::info)
                        .toList(),
                keys);
    }
}
