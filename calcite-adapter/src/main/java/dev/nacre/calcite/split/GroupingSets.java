package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What GROUP BY says: keys, and the sets of them by which rows are grouped (SQL:2016-2, 7.13).
 *
 * @param keys each once
 * @param sets of the keys' positions; one with all of them where there is no ROLLUP, CUBE or GROUPING SETS
 */
record GroupingSets(List<SqlNode> keys, List<ImmutableBitSet> sets) {
    private static final Set<SqlKind> KINDS = Set.of(SqlKind.GROUPING_SETS, SqlKind.ROLLUP, SqlKind.CUBE);

    private static final int MOST_SETS = 256;

    /** Stands in for a key. */
    interface Meaning {
        SqlNode of(SqlNode key);
    }

    static boolean isSets(@Nullable SqlNode item) {
        return item != null && (item.isA(KINDS) || isCube(item));
    }

    /** The parser takes CUBE for the name of a function, which H2 does not have. */
    private static boolean isCube(SqlNode item) {
        return item.getKind() == SqlKind.CUBE || isNamed(item, "CUBE");
    }

    /** Returns whether an expression is GROUPING with its keys. */
    static boolean isGrouping(SqlNode node) {
        return node.getKind() == SqlKind.GROUPING || isNamed(node, "GROUPING");
    }

    private static boolean isNamed(SqlNode node, String name) {
        return node instanceof SqlCall call
                && call.getOperator() instanceof SqlUnresolvedFunction function
                && function.getName().equalsIgnoreCase(name);
    }

    static boolean areIn(@Nullable SqlNodeList group) {
        return group != null && group.getList().stream().anyMatch(GroupingSets::isSets);
    }

    /** @param meaning what a key that names an output stands for */
    static GroupingSets of(@Nullable SqlNodeList group, Meaning meaning) {
        List<SqlNode> keys = new ArrayList<>();
        List<List<Integer>> sets = List.of(List.of());
        if (group != null) {
            for (SqlNode item : group) {
                sets = product(sets, sets(item, keys, meaning), item);
            }
        }
        Set<ImmutableBitSet> distinct = new LinkedHashSet<>();
        for (List<Integer> set : sets) {
            if (!distinct.add(ImmutableBitSet.of(set))) {
                throw Refusals.clause(group == null ? keys.get(0) : group, "a grouping set that stands there twice");
            }
        }
        return new GroupingSets(List.copyOf(keys), ImmutableBitSet.ORDERING.immutableSortedCopy(distinct));
    }

    private static List<List<Integer>> sets(SqlNode item, List<SqlNode> keys, Meaning meaning) {
        List<List<Integer>> sets = new ArrayList<>();
        if (!isSets(item)) {
            sets.add(columns(item, keys, meaning));
            return sets;
        }
        List<SqlNode> operands = ((SqlCall) item).getOperandList();
        if (item.getKind() == SqlKind.GROUPING_SETS) {
            operands.forEach(operand -> sets.addAll(sets(operand, keys, meaning)));
            return sets;
        }
        List<List<Integer>> parts = operands.stream()
                .map(operand -> columns(operand, keys, meaning))
                .toList();
        if (item.getKind() == SqlKind.ROLLUP) {
            for (int count = parts.size(); count >= 0; count--) {
                sets.add(flat(parts.subList(0, count)));
            }
            return sets;
        }
        if (parts.size() >= Integer.numberOfTrailingZeros(MOST_SETS) + 1) {
            throw Refusals.clause(item, "CUBE of more than 8 keys");
        }
        for (int mask = (1 << parts.size()) - 1; mask >= 0; mask--) {
            List<List<Integer>> chosen = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                if ((mask >> (parts.size() - 1 - part) & 1) == 1) {
                    chosen.add(parts.get(part));
                }
            }
            sets.add(flat(chosen));
        }
        return sets;
    }

    /** Returns the positions of a key, or of several in brackets. */
    private static List<Integer> columns(SqlNode item, List<SqlNode> keys, Meaning meaning) {
        List<Integer> columns = new ArrayList<>();
        for (SqlNode part : parts(item)) {
            SqlNode key = meaning.of(part);
            int position = 0;
            while (position < keys.size() && !ColumnNames.same(keys.get(position), key)) {
                position++;
            }
            if (position == keys.size()) {
                keys.add(key);
            }
            columns.add(position);
        }
        return columns;
    }

    private static List<SqlNode> parts(SqlNode item) {
        if (item instanceof SqlNodeList list) {
            return list.getList().stream().toList();
        }
        return item.getKind() == SqlKind.ROW ? ((SqlCall) item).getOperandList() : List.of(item);
    }

    private static List<Integer> flat(List<List<Integer>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static List<List<Integer>> product(List<List<Integer>> left, List<List<Integer>> right, SqlNode item) {
        if ((long) left.size() * right.size() > MOST_SETS) {
            throw Refusals.clause(item, "more than " + MOST_SETS + " grouping sets");
        }
        List<List<Integer>> product = new ArrayList<>();
        for (List<Integer> first : left) {
            for (List<Integer> second : right) {
                product.add(flat(List.of(first, second)));
            }
        }
        return product;
    }
}
