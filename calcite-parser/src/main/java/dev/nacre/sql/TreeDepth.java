package dev.nacre.sql;

import dev.nacre.sql.parser.Positions;
import dev.nacre.sql.parser.TypeNames;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.jspecify.annotations.Nullable;

/** Bounds how deep a tree is, so that whoever walks it by recursion can; itself it does not recur. */
final class TreeDepth {

    private record Level(SqlNode node, int depth) {}

    private final Deque<Level> waiting = new ArrayDeque<>();
    private final int maximum;

    private TreeDepth(int maximum) {
        this.maximum = maximum;
    }

    /**
     * Checks a tree.
     *
     * @throws SyntaxException if it is deeper than the maximum
     */
    static void check(SqlNode tree, int maximum) {
        new TreeDepth(maximum).walk(tree);
    }

    private void walk(SqlNode tree) {
        push(tree, 1);
        while (!waiting.isEmpty()) {
            Level level = waiting.pop();
            for (@Nullable SqlNode child : children(level.node())) {
                push(child, level.depth() + 1);
            }
        }
    }

    private void push(@Nullable SqlNode node, int depth) {
        if (node == null) {
            return;
        }
        if (depth > maximum) {
            throw new SyntaxException(
                    SyntaxErrorCode.NESTING_TOO_DEEP,
                    Positions.of(node.getParserPosition()),
                    "expected at most " + maximum + " levels of operators, found more; split the statement");
        }
        if (node instanceof SqlDataTypeSpec type) {
            checkDimensions(type);
        }
        waiting.push(new Level(node, depth));
    }

    private static void checkDimensions(SqlDataTypeSpec type) {
        int dimensions = 0;
        SqlTypeNameSpec name = type.getTypeNameSpec();
        while (name instanceof SqlCollectionTypeNameSpec collection) {
            dimensions++;
            name = collection.getElementTypeName();
        }
        if (dimensions > TypeNames.MAXIMUM_DIMENSIONS) {
            throw new SyntaxException(
                    SyntaxErrorCode.NESTING_TOO_DEEP,
                    Positions.of(type.getParserPosition()),
                    "expected at most " + TypeNames.MAXIMUM_DIMENSIONS + " dimensions of an array, found more");
        }
    }

    private static List<? extends @Nullable SqlNode> children(SqlNode node) {
        if (node instanceof SqlNodeList list) {
            return list.getList();
        }
        return node instanceof SqlCall call ? call.getOperandList() : List.of();
    }
}
