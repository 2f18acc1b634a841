package dev.nacre.calcite.run;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Rows with something that ends when nobody reads them any more. */
final class Closing extends Forward {
    private final Enumerator<Value[]> rows;
    private final Runnable end;

    private Closing(Enumerator<Value[]> rows, Runnable end) {
        this.rows = rows;
        this.end = end;
    }

    /** Returns rows that are read once; what is to end does so after them, whatever became of them. */
    static Enumerable<Value[]> with(Enumerable<Value[]> rows, Runnable end) {
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Value[]> enumerator() {
                return new Closing(rows.enumerator(), end);
            }
        };
    }

    @Override
    Value @Nullable [] read() {
        return rows.moveNext() ? rows.current() : null;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            end.run();
        }
    }
}
