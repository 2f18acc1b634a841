package dev.nacre.calcite.run;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Rows with other columns, each computed once: linq4j's own computes whenever a row is looked at. */
final class Projected extends AbstractEnumerable<Value[]> {
    private final Enumerable<Value[]> input;
    private final Evaluator[] columns;

    private Projected(Enumerable<Value[]> input, Evaluator... columns) {
        this.input = input;
        this.columns = columns;
    }

    /** Returns rows with other columns, in batches where a column is computed in batches. */
    static Enumerable<Value[]> of(Run run, Enumerable<Value[]> input, Evaluator... columns) {
        return Evaluator.anyBatched(columns) ? new BatchProjected(run, input, columns) : new Projected(input, columns);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        Enumerator<Value[]> rows = input.enumerator();
        return new Forward() {
            @Override
            Value @Nullable [] read() {
                return rows.moveNext() ? values(columns, rows.current()) : null;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    static Value[] values(Evaluator[] columns, Value[] row) {
        Value[] values = new Value[columns.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = columns[index].evaluate(row);
        }
        return values;
    }
}
