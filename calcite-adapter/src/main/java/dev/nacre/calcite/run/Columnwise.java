package dev.nacre.calcite.run;

import dev.nacre.functions.BatchBounds;
import java.util.List;
import org.h2.value.Value;

/** An expression with calls of functions that take many rows at once. */
abstract class Columnwise implements Evaluator {
    @Override
    public abstract Value[] column(RowBatch batch, int... rows);

    @Override
    public abstract BatchBounds bounds();

    @Override
    public final boolean isBatched() {
        return true;
    }

    /** A single row is a batch of one. */
    @Override
    public final Value evaluate(Value[] row) {
        RowBatch single = new RowBatch(List.<Value[]>of(row), null);
        Value[] column = column(single, 0);
        single.throwFailure();
        return column[0];
    }
}
