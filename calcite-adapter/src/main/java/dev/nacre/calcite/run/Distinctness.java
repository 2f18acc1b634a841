package dev.nacre.calcite.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.h2.value.Value;

/** Finds equal rows by H2's order of values, in which NULL equals NULL; gives distinct rows in that order, as H2 does. */
final class Distinctness {
    private final Run run;
    private final Comparator<Value[]> order;

    Distinctness(Run run) {
        this.run = run;
        this.order = order(run);
    }

    /** Returns the order of whole rows. */
    static Comparator<Value[]> order(Run run) {
        return (a, b) -> Arrays.compare(a, b, run::compare);
    }

    /** Returns the values of some columns of a row. */
    static Value[] part(Value[] row, List<Integer> columns) {
        Value[] part = new Value[columns.size()];
        for (int index = 0; index < part.length; index++) {
            part[index] = row[columns.get(index)];
        }
        return part;
    }

    Enumerable<Value[]> union(Enumerable<Value[]> all) {
        return lazy(() -> set(all));
    }

    Enumerable<Value[]> intersect(List<Enumerable<Value[]>> inputs) {
        return lazy(() -> {
            TreeSet<Value[]> common = set(inputs.get(0));
            inputs.subList(1, inputs.size()).forEach(input -> common.retainAll(set(input)));
            return common;
        });
    }

    Enumerable<Value[]> minus(List<Enumerable<Value[]>> inputs) {
        return lazy(() -> {
            TreeSet<Value[]> left = set(inputs.get(0));
            inputs.subList(1, inputs.size()).forEach(input -> set(input).forEach(left::remove));
            return left;
        });
    }

    private TreeSet<Value[]> set(Enumerable<Value[]> rows) {
        TreeSet<Value[]> set = new TreeSet<>(order);
        try (Enumerator<Value[]> enumerator = rows.enumerator()) {
            while (enumerator.moveNext()) {
                Value[] row = enumerator.current();
                if (set.add(row)) {
                    run.keep(row);
                }
            }
        }
        return set;
    }

    /** Returns rows that are made ready each time that they are read. */
    static Enumerable<Value[]> anew(Supplier<Enumerable<Value[]>> rows) {
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Value[]> enumerator() {
                return rows.get().enumerator();
            }
        };
    }

    static Enumerable<Value[]> lazy(Supplier<Iterable<Value[]>> rows) {
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Value[]> enumerator() {
                return Linq4j.iterableEnumerator(rows.get());
            }
        };
    }
}
