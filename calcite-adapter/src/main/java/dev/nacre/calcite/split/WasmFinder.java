package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what H2 cannot run: calls of WebAssembly functions and aggregates, in FROM too, and tables whose WITH query has such
 * calls.
 */
final class WasmFinder {
    private final FunctionLookup functions;

    WasmFinder(FunctionLookup functions) {
        this.functions = functions;
    }

    /** Returns whether an expression or a query has anything that H2 cannot run. */
    boolean contains(@Nullable SqlNode node, CommonTables tables) {
        if (node == null) {
            return false;
        }
        Finder finder = new Finder(tables, true, true);
        node.accept(finder);
        return finder.hasFound();
    }

    /** Returns whether a FROM clause or a part of one has anything that H2 cannot run. */
    boolean fromContains(@Nullable SqlNode from, CommonTables tables) {
        Finder finder = new Finder(tables, true, true);
        finder.table(from);
        return finder.hasFound() || contains(from, tables);
    }

    /** Returns the calls of scalar functions in a node that do not stand in an aggregate, outer ones before those in their arguments. */
    List<SqlCall> calls(SqlNode node) {
        return calls(node, false);
    }

    /** Returns all calls of scalar functions in a node, outer ones before those in their arguments. */
    List<SqlCall> allCalls(SqlNode node) {
        return calls(node, true);
    }

    private List<SqlCall> calls(SqlNode node, boolean inAggregates) {
        Finder finder = new Finder(CommonTables.NONE, false, inAggregates);
        node.accept(finder);
        return finder.found.stream().map(SqlCall.class::cast).toList();
    }

    private final class Finder extends SqlBasicVisitor<@Nullable Void> {
        private final CommonTables tables;
        private final boolean first;
        private final boolean inAggregates;
        private final List<SqlNode> found = new ArrayList<>();
        private boolean foundTable;

        Finder(CommonTables tables, boolean first, boolean inAggregates) {
            this.tables = tables;
            this.first = first;
            this.inAggregates = inAggregates;
        }

        @Override
        public @Nullable Void visit(SqlCall call) {
            if (!inAggregates && Aggregates.isAggregate(call)) {
                return null;
            }
            if (AggregateName.isIn(call) || !functions.overloads(call).isEmpty()) {
                found.add(call);
            }
            if (call instanceof SqlSelect) {
                table(((SqlSelect) call).getFrom());
            } else if (call.getKind() == SqlKind.EXPLICIT_TABLE) {
                table(call.operand(0));
            }
            foundTable |= TableFunctions.call(call, functions) != null;
            return first && hasFound() ? null : super.visit(call);
        }

        boolean hasFound() {
            return foundTable || !found.isEmpty();
        }

        /** Looks at the tables of a FROM clause, but not into its subqueries. */
        void table(@Nullable SqlNode from) {
            if (from instanceof SqlJoin) {
                table(((SqlJoin) from).getLeft());
                table(((SqlJoin) from).getRight());
            } else if (from != null && from.getKind() == SqlKind.AS) {
                table(((SqlCall) from).operand(0));
            } else if (from instanceof SqlIdentifier && isWasmTable((SqlIdentifier) from)) {
                found.add(from);
            }
        }

        private boolean isWasmTable(SqlIdentifier name) {
            return name.isSimple() && tables.wasm(name.getSimple()).isPresent();
        }
    }
}
