package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.CorrelationOperator;
import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Writing;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Columns in subqueries that belong to a query around them. Each is a parameter after those of the client, whose value is set
 * before the subquery is read for a row. Mutable while a plan is made.
 */
final class Correlations {
    private final PlanContext context;
    private final Map<SqlNode, RexNode> columns = new IdentityHashMap<>();
    private int next;

    Correlations(PlanContext context) {
        this.context = context;
        this.next = context.parameterCount();
    }

    /** Makes a column of the query around known to its subqueries; returns its parameter, from 0. */
    int add(List<SqlIdentifier> occurrences, RexNode outer) {
        RexNode reference = variable(occurrences.get(0).toString(), H2Type.info(outer.getType()));
        put(occurrences, reference);
        return ordinal(reference);
    }

    /** Makes columns of a query around known to its subqueries. */
    void put(List<SqlIdentifier> occurrences, RexNode reference) {
        occurrences.forEach(occurrence -> columns.put(occurrence, reference));
    }

    /** Makes a parameter that is set for each row of something around. */
    RexNode variable(String text, TypeInfo type) {
        return context.rex().makeCall(context.typeFactory().of(type), new CorrelationOperator(text, next++), List.of());
    }

    /** Returns which parameter a variable is, from 0. */
    static int ordinal(RexNode variable) {
        return ((CorrelationOperator) ((RexCall) variable).getOperator()).ordinal();
    }

    /** Forgets columns once the subquery is planned: in the queries around it they are columns. */
    void remove(List<SqlIdentifier> occurrences) {
        occurrences.forEach(columns::remove);
    }

    boolean contains(SqlNode node) {
        return columns.containsKey(node);
    }

    /** Returns a column of the query around as an expression; null for any other node. */
    @Nullable
    RexNode reference(SqlNode node) {
        return columns.get(node);
    }

    /** Returns whether a query depends on the rows of one around it. */
    boolean isIn(SqlNode query) {
        boolean[] found = {false};
        query.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlIdentifier identifier) {
                found[0] |= contains(identifier);
                return null;
            }
        });
        return found[0];
    }

    /** Lets a statement have parameters in place of the columns. */
    void writeTo(Writing writing, ParameterNumbers numbers) {
        columns.forEach((node, reference) -> {
            int ordinal = ordinal(reference);
            String type = H2Type.info(reference.getType())
                    .getSQL(new StringBuilder(), 0)
                    .toString();
            writing.replace(context.text().span(node), () -> "CAST(?" + numbers.number(ordinal) + " AS " + type + ")");
        });
    }
}
