package dev.nacre.calcite.run;

/**
 * How large a batch may be.
 *
 * @param rows at most
 * @param bytes at most, where there are more rows than one
 */
record BatchBounds(int rows, long bytes) {
    /** Rows one by one. */
    static final BatchBounds ONE = new BatchBounds(1, 1);

    /** Returns what suits all of some expressions: a function for which it is too much is called several times. */
    static BatchBounds of(Evaluator... evaluators) {
        BatchBounds most = ONE;
        for (Evaluator evaluator : evaluators) {
            most = most.or(evaluator.bounds());
        }
        return most;
    }

    /** Returns what suits both. */
    BatchBounds or(BatchBounds other) {
        return new BatchBounds(Math.max(rows, other.rows), Math.max(bytes, other.bytes));
    }
}
