package dev.nacre.calcite.split;

import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWithItem;

/** Makes the inputs of a FROM clause that H2 cannot run as a whole. */
final class FromItems {
    private final PlanContext context;
    private final CommonTables tables;
    private final CommonColumns common;

    FromItems(PlanContext context, CommonTables tables, CommonColumns common) {
        this.context = context;
        this.tables = tables;
        this.common = common;
    }

    /**
     * Makes the inputs of a part of the clause.
     *
     * @param left those to its left, which it may refer to
     */
    JoinTree tree(SqlNode from, List<JoinLeaf> left) throws SQLException {
        if (!context.wasm().fromContains(from, tables)) {
            JoinLeaf leaf = new ScanLeaf(context, tables, from);
            if (from instanceof SqlJoin) {
                common.isPlainJoin(leaf);
            }
            return new JoinTree.Leaf(leaf);
        }
        if (from instanceof SqlJoin join) {
            JoinTree first = tree(join.getLeft(), left);
            List<JoinLeaf> inSight = new ArrayList<>(left);
            inSight.addAll(first.leaves());
            JoinTree second = tree(join.getRight(), inSight);
            requireIndependent(join, first, second);
            return new JoinTree.Join(first, second, JoinSource.type(join), common.conditions(join, first, second));
        }
        return new JoinTree.Leaf(item(from, left));
    }

    /** Of a side without partners there is no row whose columns could be arguments. */
    private static void requireIndependent(SqlJoin join, JoinTree left, JoinTree right) {
        boolean depends = right.leaves().stream()
                .flatMap(leaf -> leaf.outer().stream())
                .anyMatch(column -> left.leaves().contains(column.leaf()));
        if (depends && JoinSource.type(join).generatesNullsOnLeft()) {
            throw Refusals.clause(join, join.getJoinType() + " JOIN with arguments that are columns of its left side");
        }
    }

    private JoinLeaf item(SqlNode from, List<JoinLeaf> left) throws SQLException {
        if (from.getKind() != SqlKind.AS) {
            return item(from, left, "", List.of());
        }
        List<SqlNode> operands = ((SqlCall) from).getOperandList();
        List<SqlNode> names = operands.subList(2, operands.size());
        return item(operands.get(0), left, ((SqlIdentifier) operands.get(1)).getSimple(), names);
    }

    private JoinLeaf item(SqlNode from, List<JoinLeaf> left, String alias, List<SqlNode> names) throws SQLException {
        if (from.getKind() == SqlKind.LATERAL) {
            return item(((SqlCall) from).operand(0), left, alias, names);
        }
        SqlCall function = TableFunctions.call(from, context.functions());
        if (function != null) {
            return FunctionLeaf.of(context, tables, function, left, alias, names);
        }
        if (from instanceof SqlIdentifier name) {
            return common(tables.wasm(name.getSimple()).orElseThrow(), alias, names);
        }
        if (!from.getKind().belongsTo(SqlKind.QUERY)) {
            throw Refusals.clause(from, from.getKind() + " in FROM");
        }
        return query(from, tables, alias, names);
    }

    private JoinLeaf common(CommonTables.Entry entry, String alias, List<SqlNode> names) throws SQLException {
        SqlWithItem item = entry.item();
        SqlNodeList columns = item.columnList;
        return query(
                item.query,
                entry.definedIn(),
                alias.isEmpty() ? entry.name() : alias,
                !names.isEmpty() || columns == null ? names : columns.getList());
    }

    private JoinLeaf query(SqlNode query, CommonTables inSight, String alias, List<SqlNode> names) throws SQLException {
        List<String> plain = names.isEmpty() ? Output.names(query) : SqlIdentifier.simpleNames(names);
        if (!plain.isEmpty()) {
            return new QueryLeaf(new QuerySplitter(context).rows(query, inSight), new NamedColumns(alias, plain));
        }
        Block block = new QuerySplitter(context).split(query, inSight);
        List<String> labels = block.columns().stream().map(H2Column::label).toList();
        return new QueryLeaf(block.relation(), new NamedColumns(alias, labels));
    }
}
