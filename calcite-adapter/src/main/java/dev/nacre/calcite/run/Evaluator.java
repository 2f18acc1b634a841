package dev.nacre.calcite.run;

import dev.nacre.functions.BatchBounds;
import java.util.stream.Stream;
import org.h2.value.Value;

/** An expression over the rows of one run. */
interface Evaluator {
    /** Returns the value for a row; {@code ValueNull} for NULL. */
    Value evaluate(Value[] row);

    /** Returns whether it calls functions that take many rows at once, so that {@link #column} is the way to evaluate it. */
    default boolean isBatched() {
        return false;
    }

    /** Returns how much its functions take at once at most. */
    default BatchBounds bounds() {
        return BatchBounds.ONE;
    }

    /**
     * Evaluates for some rows of a batch, and tells the batch of the first that fails.
     *
     * @param rows which, in ascending order; those behind the end of the batch are left alone
     * @return the values in the rows' places
     */
    default Value[] column(RowBatch batch, int... rows) {
        return batch.column(rows, row -> evaluate(batch.row(row)));
    }

    /** Returns what suits all of some expressions: a function for which it is too much is called several times. */
    static BatchBounds boundsOf(Evaluator... evaluators) {
        BatchBounds most = BatchBounds.ONE;
        for (Evaluator evaluator : evaluators) {
            most = most.or(evaluator.bounds());
        }
        return most;
    }

    static boolean anyBatched(Evaluator... evaluators) {
        return Stream.of(evaluators).anyMatch(Evaluator::isBatched);
    }

    /** Returns whether conditions hold for a row; those behind the first that does not are left alone. */
    static boolean allTrue(Evaluator[] conditions, Value... row) {
        for (Evaluator condition : conditions) {
            if (!condition.evaluate(row).isTrue()) {
                return false;
            }
        }
        return true;
    }

    /** Evaluates several expressions for the same rows. */
    static Value[][] columns(Evaluator[] evaluators, RowBatch batch, int... rows) {
        Value[][] columns = new Value[evaluators.length][];
        for (int index = 0; index < columns.length; index++) {
            columns[index] = evaluators[index].column(batch, rows);
        }
        return columns;
    }
}
