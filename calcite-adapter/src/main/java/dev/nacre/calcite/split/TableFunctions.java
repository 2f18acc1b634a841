package dev.nacre.calcite.split;

import dev.nacre.calcite.text.SqlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the WebAssembly table functions in the FROM clauses of a query, those of its subqueries too. */
final class TableFunctions extends SqlBasicVisitor<@Nullable Void> {
    private final FunctionLookup functions;
    private final List<Item> found = new ArrayList<>();
    private final Deque<List<SqlNode>> around = new ArrayDeque<>();
    private final Deque<SqlWithItem> with = new ArrayDeque<>();
    private Deque<SqlNode> left = new ArrayDeque<>();
    private @Nullable SqlSelect select;
    private boolean named;

    /**
     * One of them.
     *
     * @param table the item of FROM, without LATERAL and its name
     * @param around the items whose columns its arguments may be, joins of several as one: those to its left, then those of
     *     the queries around, the nearest first
     * @param with the WITH queries of the query that are in sight
     * @param select in whose FROM clause it is
     * @param named whether it has a name
     */
    record Item(
            SqlCall table,
            List<List<SqlNode>> around,
            List<SqlWithItem> with,
            @Nullable SqlSelect select,
            boolean named) {
        /** Returns the call itself. */
        SqlCall call() {
            return table.operand(0);
        }
    }

    private TableFunctions(FunctionLookup functions) {
        this.functions = functions;
    }

    /** Returns the function that is called by an item of FROM without a name; null for any other. */
    static @Nullable SqlCall call(@Nullable SqlNode item, FunctionLookup functions) {
        return item != null
                        && item.getKind() == SqlKind.COLLECTION_TABLE
                        && ((SqlCall) item).operand(0) instanceof SqlCall call
                        && !functions.tables(call).isEmpty()
                ? call
                : null;
    }

    /** Returns whether a SELECT was not written, but {@code TABLE(f(...))} as an argument. */
    static boolean isBare(SqlText text, SqlSelect select) {
        return text.text(text.querySpan(select)).regionMatches(true, 0, "TABLE", 0, "TABLE".length());
    }

    static List<Item> in(SqlNode query, FunctionLookup functions) {
        TableFunctions tables = new TableFunctions(functions);
        query.accept(tables);
        return tables.found;
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
        boolean isNamed = named;
        named = call.getKind() == SqlKind.AS || (isNamed && call.getKind() == SqlKind.LATERAL);
        if (call(call, functions) != null) {
            found.add(new Item(call, inSight(), List.copyOf(with), select, isNamed));
        }
        if (call instanceof SqlJoin join) {
            join.getLeft().accept(this);
            left.addLast(join.getLeft());
            join.getRight().accept(this);
            left.removeLast();
            accept(join.getCondition());
        } else if (call instanceof SqlWith query) {
            for (SqlNode item : query.withList) {
                item.accept(this);
                with.addLast((SqlWithItem) item);
            }
            query.body.accept(this);
            query.withList.forEach(item -> with.removeLast());
        } else if (call instanceof SqlSelect nested) {
            select(nested);
        } else {
            super.visit(call);
        }
        return null;
    }

    private List<List<SqlNode>> inSight() {
        List<List<SqlNode>> inSight = new ArrayList<>();
        inSight.add(List.copyOf(left));
        inSight.addAll(around);
        return inSight;
    }

    /** What stands in a FROM sees what is to its left there; what stands elsewhere sees all of it. */
    private void select(SqlSelect nested) {
        SqlSelect outside = select;
        select = nested;
        Deque<SqlNode> before = left;
        boolean lateral = !before.isEmpty();
        if (lateral) {
            around.addFirst(List.copyOf(before));
        }
        left = new ArrayDeque<>();
        SqlNode from = nested.getFrom();
        accept(from);
        if (from != null) {
            around.addFirst(List.of(from));
        }
        nested.getOperandList().stream().filter(operand -> operand != from).forEach(this::accept);
        if (from != null) {
            around.removeFirst();
        }
        left = before;
        select = outside;
        if (lateral) {
            around.removeFirst();
        }
    }

    private void accept(@Nullable SqlNode node) {
        if (node != null) {
            node.accept(this);
        }
    }
}
