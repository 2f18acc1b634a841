package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * The columns by which {@code NATURAL JOIN} and {@code JOIN ... USING} join, as H2 has them: those of the joined table and of the
 * first of the tables before it, which is the last one behind a RIGHT JOIN. A star without a qualifier shows them once, before the
 * other columns of that first table.
 */
final class CommonColumns {
    private final Map<JoinLeaf, Set<Integer>> leftOut = new IdentityHashMap<>();
    private final Map<JoinLeaf, Map<Integer, List<Place>>> shownFirst = new IdentityHashMap<>();
    private final Set<JoinLeaf> plainJoins = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A column of an input, by its position among those of a star. */
    record Place(JoinLeaf leaf, int position) {}

    private record Table(JoinLeaf leaf, String alias, List<String> columns) {}

    /** Returns the conditions of a join; those that nobody wrote stand nowhere in the text. */
    List<SqlNode> conditions(SqlJoin join, JoinTree before, JoinTree joined) throws SQLException {
        boolean using = join.getConditionType() == JoinConditionType.USING;
        if (!join.isNatural() && !using) {
            return Conjuncts.of(join.getCondition());
        }
        if (join.getRight() instanceof SqlJoin) {
            throw Refusals.clause(join, "NATURAL JOIN or JOIN ... USING with another join in brackets");
        }
        if (JoinSource.type(join) == JoinRelType.RIGHT && join.getLeft() instanceof SqlJoin) {
            throw Refusals.clause(join, "RIGHT JOIN ... USING behind another join");
        }
        Table first = table(before.top(), top(join.getLeft()));
        Table second = table(joined.top(), join.getRight());
        List<String> names = using
                ? SqlIdentifier.simpleNames((SqlNodeList) join.getCondition())
                : first.columns().stream().filter(second.columns()::contains).toList();
        List<SqlNode> conditions = new ArrayList<>();
        for (String name : names) {
            conditions.add(condition(join, name, first, second));
        }
        return conditions;
    }

    private SqlNode condition(SqlJoin join, String name, Table first, Table second) {
        int before = first.columns().indexOf(name);
        int joined = second.columns().indexOf(name);
        if (before < 0 || joined < 0) {
            throw Refusals.clause(join, "JOIN ... USING of a column that a table has not");
        }
        leftOut.computeIfAbsent(second.leaf(), leaf -> new HashSet<>()).add(joined);
        Place own = new Place(first.leaf(), before);
        boolean right = JoinSource.type(join) == JoinRelType.RIGHT;
        shownFirst
                .computeIfAbsent(first.leaf(), leaf -> new LinkedHashMap<>())
                .put(before, right ? List.of(own, new Place(second.leaf(), joined)) : List.of(own));
        return SqlStdOperatorTable.EQUALS.createCall(
                SqlParserPos.ZERO, column(first.alias(), name), column(second.alias(), name));
    }

    private static SqlIdentifier column(String table, String name) {
        return new SqlIdentifier(List.of(table, name), SqlParserPos.ZERO);
    }

    /** Returns whether a node is one that nobody wrote. */
    static boolean isUnwritten(SqlNode node) {
        return node.getParserPosition().equals(SqlParserPos.ZERO);
    }

    private static SqlNode top(SqlNode from) {
        SqlNode top = from;
        while (top instanceof SqlJoin join) {
            top = JoinSource.type(join) == JoinRelType.RIGHT ? join.getRight() : join.getLeft();
        }
        return top;
    }

    private static Table table(JoinLeaf leaf, SqlNode node) throws SQLException {
        SqlNode name = node.getKind() == SqlKind.AS ? ((SqlCall) node).operand(1) : node;
        if (!(name instanceof SqlIdentifier identifier)) {
            throw Refusals.clause(node, "NATURAL JOIN or JOIN ... USING of a subquery without a name");
        }
        String alias = identifier.names.get(identifier.names.size() - 1);
        return new Table(leaf, alias, leaf.names(alias));
    }

    /** Says that H2 joins several tables in an input. */
    void isPlainJoin(JoinLeaf leaf) {
        plainJoins.add(leaf);
    }

    /**
     * Returns what a star without a qualifier shows of an input: each column as the places of which the first that is not NULL
     * counts.
     */
    List<List<Place>> shown(JoinLeaf leaf, SqlNode star) {
        Map<Integer, List<Place>> first = shownFirst.getOrDefault(leaf, Map.of());
        if (!first.isEmpty() && plainJoins.contains(leaf)) {
            throw Refusals.clause(star, "a star over NATURAL JOIN or JOIN ... USING behind other joins");
        }
        Set<Integer> left = leftOut.getOrDefault(leaf, Set.of());
        List<List<Place>> shown = new ArrayList<>(first.values());
        for (int position = 0; position < leaf.star(star).size(); position++) {
            if (!left.contains(position) && !first.containsKey(position)) {
                shown.add(List.of(new Place(leaf, position)));
            }
        }
        return shown;
    }
}
