package dev.nacre.calcite.text;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Where a node and all below it stand.
 *
 * <p>A node's own position may be too small (ORDER BY, WITH, AS, a join, a qualified function) and those of some keywords of a join, a SELECT
 * or a WITH query belong to other tokens, so neither is taken alone.
 */
final class Extent {
    private final Lines lines;
    private @Nullable Span span;

    private Extent(Lines lines) {
        this.lines = lines;
    }

    static @Nullable Span of(@Nullable SqlNode node, Lines lines) {
        Extent extent = new Extent(lines);
        extent.add(node);
        return extent.span;
    }

    private void add(@Nullable SqlNode node) {
        if (node == null) {
            return;
        }
        if (node instanceof SqlJoin) {
            SqlJoin join = (SqlJoin) node;
            add(join.getLeft());
            add(join.getRight());
            add(join.getCondition());
            return;
        }
        if (node instanceof SqlWithItem) {
            SqlWithItem item = (SqlWithItem) node;
            add(item.name);
            add(item.columnList);
            add(item.query);
            return;
        }
        addPosition(node.getParserPosition());
        if (node instanceof SqlCall && ((SqlCall) node).getOperator() instanceof SqlFunction) {
            add(((SqlFunction) ((SqlCall) node).getOperator()).getSqlIdentifier());
        }
        if (node instanceof SqlNodeList) {
            ((SqlNodeList) node).forEach(this::add);
        } else if (node instanceof SqlCall && !(node instanceof SqlSelect)) {
            ((SqlCall) node).getOperandList().forEach(this::add);
        }
    }

    private void addPosition(SqlParserPos position) {
        if (position.getLineNum() > 0) {
            Span own = lines.span(position);
            span = span == null ? own : span.union(own);
        }
    }
}
