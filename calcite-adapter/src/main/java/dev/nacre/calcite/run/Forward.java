package dev.nacre.calcite.run;

import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Reads rows once, from first to last; a row is made when it is moved to, and kept until the next. */
abstract class Forward implements Enumerator<Value[]> {
    private Value @Nullable [] row;

    /** Makes the next row; null after the last. */
    abstract Value @Nullable [] read();

    @Override
    public final boolean moveNext() {
        row = read();
        return row != null;
    }

    @Override
    public final Value[] current() {
        Value[] current = row;
        if (current == null) {
            throw new IllegalStateException("there is no current row");
        }
        return current;
    }

    @Override
    public final void reset() {
        throw new UnsupportedOperationException("rows are read once");
    }
}
