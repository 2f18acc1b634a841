package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.function.Functions;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Orders and limits rows as H2 does. */
final class Sorting {
    private final Run run;
    private final Evaluators evaluators;

    Sorting(Run run, Evaluators evaluators) {
        this.run = run;
        this.evaluators = evaluators;
    }

    Enumerable<Value[]> rows(Sort sort, Enumerable<Value[]> input) {
        long offset = count(sort.offset, "OFFSET", 0);
        long fetch = count(sort.fetch, "FETCH", Long.MAX_VALUE);
        List<RelFieldCollation> order = sort.getCollation().getFieldCollations();
        Enumerable<Value[]> ordered = order.isEmpty()
                ? input
                : Distinctness.anew(() ->
                        EnumerableDefaults.orderBy(run.kept(input), Functions.identitySelector(), comparator(order)));
        return offset == 0 && fetch == Long.MAX_VALUE ? ordered : new Limited(ordered, offset, fetch);
    }

    /** H2 refuses the same values with the same error. */
    private long count(@Nullable RexNode node, String clause, long otherwise) {
        if (node == null) {
            return otherwise;
        }
        Value value = evaluators.one(node).evaluate(new Value[0]);
        long count = H2Values.isNull(value) ? -1 : value.getLong();
        if (count < 0) {
            throw DbException.getInvalidValueException("result " + clause, value);
        }
        return count;
    }

    /** @param order at least one key */
    Comparator<Value[]> comparator(List<RelFieldCollation> order) {
        Comparator<Value[]> comparator = comparator(order.get(0));
        for (RelFieldCollation key : order.subList(1, order.size())) {
            comparator = comparator.thenComparing(comparator(key));
        }
        return comparator;
    }

    private Comparator<Value[]> comparator(RelFieldCollation key) {
        int column = key.getFieldIndex();
        boolean descending = key.direction == RelFieldCollation.Direction.DESCENDING;
        boolean nullsFirst = key.nullDirection == NullDirection.UNSPECIFIED
                ? run.nullsFirst(descending)
                : key.nullDirection == NullDirection.FIRST;
        return (a, b) -> compare(a[column], b[column], descending, nullsFirst);
    }

    private int compare(Value a, Value b, boolean descending, boolean nullsFirst) {
        boolean aNull = H2Values.isNull(a);
        boolean bNull = H2Values.isNull(b);
        if (aNull || bNull) {
            return aNull && bNull ? 0 : aNull == nullsFirst ? -1 : 1;
        }
        int comparison = run.compare(a, b);
        return descending ? -comparison : comparison;
    }
}
