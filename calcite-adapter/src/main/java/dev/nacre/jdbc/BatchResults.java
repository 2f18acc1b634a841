package dev.nacre.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What the elements of a batch gave. As in H2, all are run: one that fails does not keep those behind it back. */
final class BatchResults {
    private final long[] counts;
    private @Nullable SQLException first;
    private @Nullable SQLException last;

    BatchResults(int size) {
        this.counts = new long[size];
    }

    /** Runs one element. */
    interface Element {
        long run() throws SQLException;
    }

    void run(int index, Element element) {
        try {
            counts[index] = element.run();
        } catch (SQLException failure) {
            counts[index] = Statement.EXECUTE_FAILED;
            if (last == null) {
                first = failure;
            } else {
                last.setNextException(failure);
            }
            last = failure;
        }
    }

    /** Returns the counts, unless an element failed. */
    int[] counts() throws SQLException {
        int[] small = new int[counts.length];
        for (int index = 0; index < small.length; index++) {
            small[index] = counts[index] <= Integer.MAX_VALUE ? (int) counts[index] : Statement.SUCCESS_NO_INFO;
        }
        SQLException failure = first;
        if (failure != null) {
            throw chained(
                    new BatchUpdateException(
                            failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), small),
                    failure);
        }
        return small;
    }

    /** Returns the counts, unless an element failed. */
    long[] largeCounts() throws SQLException {
        SQLException failure = first;
        if (failure != null) {
            throw chained(
                    new BatchUpdateException(
                            failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), counts, null),
                    failure);
        }
        return counts;
    }

    private static BatchUpdateException chained(BatchUpdateException batch, SQLException first) {
        batch.setNextException(first);
        return batch;
    }
}
