package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.RowsTable;
import dev.nacre.calcite.text.Clauses;
import dev.nacre.calcite.text.Clauses.Clause;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Splits a SELECT whose groups or windows stand over what WebAssembly functions compute or filter, and which only H2 knows
 * how to form: the rows are planned first, and H2 runs what is left of the SELECT over them.
 */
final class RowsSplitter {
    private final PlanContext context;
    private final CommonTables tables;
    private final SqlSelect select;
    private final Clauses clauses;
    private final List<Output> outputs;
    private final Source source;
    private final Expressions below;
    /** What H2 has as columns, with all that stands in it. */
    private final Set<SqlNode> covered = Collections.newSetFromMap(new IdentityHashMap<>());

    RowsSplitter(
            PlanContext context,
            CommonTables tables,
            SqlSelect select,
            Clauses clauses,
            List<Output> outputs,
            Source source) {
        this.context = context;
        this.tables = tables;
        this.select = select;
        this.clauses = clauses;
        this.outputs = outputs;
        this.source = source;
        this.below = new Expressions(context, tables, source);
    }

    RelNode split(List<SqlNode> filters, Ordering ordering) throws SQLException {
        Guards guards = below.placeInTurn(filters, Guards.NONE);
        List<SqlNode> leaves = leaves(ordering);
        for (SqlNode leaf : leaves) {
            below.place(leaf, guards);
        }
        for (Output output : outputs) {
            if (output.isStar()) {
                source.placeOutput(output, guards);
            }
        }
        RelNode rows = source.build();
        rows = new Relations(context).filter(rows, List.of(below.compileAll(filters)));
        ScanBuilder scan = scan(rows, leaves);
        List<SqlNode> above = clauses(scan);
        TableSource over = new TableSource(scan, context, this::isLeft);
        return new PlainSplitter(context, tables, over, outputs, ordering)
                .split(above, select.isDistinct(), Optional.empty());
    }

    private List<SqlNode> leaves(Ordering ordering) throws SQLException {
        RowLeaves leaves = new RowLeaves(source, below);
        for (Output output : outputs) {
            leaves.add(output.node());
        }
        if (select.getGroup() != null) {
            for (SqlNode key : select.getGroup()) {
                addUnlessAlias(key, leaves);
            }
        }
        leaves.add(select.getHaving());
        leaves.add(select.getQualify());
        leaves.add(select.getWindowList());
        for (SqlNode item : ordering.items()) {
            addUnlessAlias(SortItem.of(item).key(), leaves);
        }
        return leaves.found();
    }

    private void addUnlessAlias(SqlNode key, RowLeaves leaves) throws SQLException {
        boolean alias = key instanceof SqlIdentifier name
                && name.isSimple()
                && outputs.stream()
                        .anyMatch(output -> output.alias().isPresent()
                                && output.alias().get().equals(name.getSimple()));
        if (!alias) {
            leaves.add(key);
        }
    }

    /** Starts the statement over the rows; leaves that are the same are one column. */
    private ScanBuilder scan(RelNode rows, List<SqlNode> leaves) throws SQLException {
        List<SqlNode> distinct = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (SqlNode leaf : leaves) {
            int known = known(leaf, distinct);
            columns.add(known < 0 ? distinct.size() : known);
            if (known < 0) {
                distinct.add(leaf);
            }
        }
        List<RexNode> values = new ArrayList<>(List.of(below.compileAll(distinct)));
        List<Integer> stars = new ArrayList<>();
        for (Output output : outputs) {
            stars.add(values.size());
            values.addAll(output.isStar() ? source.star(output) : List.of());
        }
        stars.add(values.size());
        if (values.isEmpty()) {
            values.add(context.constants().constant(SqlLiteral.createNull(SqlParserPos.ZERO)));
        }
        ScanBuilder scan = new ScanBuilder(context, tables, new Relations(context).project(rows, values));
        for (int index = 0; index < leaves.size(); index++) {
            scan.replace(leaves.get(index), RowsTable.column(columns.get(index)));
            cover(leaves.get(index));
        }
        for (int index = 0; index < outputs.size(); index++) {
            if (outputs.get(index).isStar()) {
                String all = IntStream.range(stars.get(index), stars.get(index + 1))
                        .mapToObj(RowsTable::column)
                        .collect(Collectors.joining(", "));
                scan.replace(outputs.get(index).item(), all);
            }
        }
        return scan;
    }

    /** Calls of functions are the same only where they are keys of groups: elsewhere each is made. */
    private int known(SqlNode leaf, List<SqlNode> distinct) {
        boolean mergeable = (leaf instanceof SqlIdentifier || select.getGroup() != null)
                && !context.correlations().isIn(leaf);
        for (int index = 0; mergeable && index < distinct.size(); index++) {
            if (ColumnNames.same(distinct.get(index), leaf)) {
                return index;
            }
        }
        return -1;
    }

    private void cover(SqlNode leaf) {
        covered.addAll(context.wasm().allCalls(leaf));
    }

    /** Returns whether an expression has calls that come after H2: over aggregates and window functions. */
    private boolean isLeft(SqlNode node) {
        for (SqlCall call : context.wasm().allCalls(node)) {
            if (!covered.contains(call)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what follows WHERE; returns the conditions of HAVING that come after H2. */
    private List<SqlNode> clauses(ScanBuilder scan) throws SQLException {
        clauses.body(Clause.GROUP).ifPresent(span -> scan.clause("GROUP BY " + scan.write(span)));
        List<SqlNode> above = new ArrayList<>();
        List<String> inScan = new ArrayList<>();
        for (SqlNode condition : Conjuncts.of(select.getHaving())) {
            if (isLeft(condition)) {
                above.add(condition);
            } else {
                inScan.add("(" + scan.write(condition) + ")");
            }
        }
        if (!inScan.isEmpty()) {
            scan.clause("HAVING " + String.join(" AND ", inScan));
        }
        clauses.body(Clause.WINDOW).ifPresent(span -> scan.clause("WINDOW " + scan.write(span)));
        clauses.body(Clause.QUALIFY).ifPresent(span -> scan.clause("QUALIFY " + scan.write(span)));
        refuse(above);
        return above;
    }

    private void refuse(List<SqlNode> above) {
        SqlNode qualify = select.getQualify();
        if (qualify != null && isLeft(qualify)) {
            throw Refusals.clause(qualify, "QUALIFY with a function over a window function");
        }
        boolean windows = qualify != null || outputs.stream().anyMatch(output -> Aggregates.hasWindow(output.node()));
        if (!above.isEmpty() && windows) {
            throw Refusals.clause(above.get(0), "a window function over groups that a wasm function filters");
        }
    }
}
