package dev.nacre.calcite;

import java.sql.SQLException;
import org.h2.value.Value;

/**
 * The rows of one run, forward only. Belongs to one thread; only {@link #cancel} may come from any.
 *
 * <p>Whoever gets one closes it. The last row, a failure and {@link #close} each release all results of H2.
 */
public interface Rows extends AutoCloseable {
    /**
     * Lets H2 read what it has to, so that the rows are as of now. The first {@link #next} does it otherwise.
     *
     * @throws SQLException H2's own
     */
    void start() throws SQLException;

    /**
     * Moves to the next row.
     *
     * @return false after the last row
     * @throws SQLException H2's own, also when cancelled inside H2
     * @throws dev.nacre.functions.FunctionException from a call of a function, and when the scope was cancelled
     */
    boolean next() throws SQLException;

    /**
     * Returns the current row, one value per column, SQL NULL as {@code ValueNull}. Not to be changed; stays valid after
     * {@link #next}.
     *
     * @throws IllegalStateException before the first row and after the last
     */
    Value[] current();

    /** Stops what H2 is doing for these rows; the scope has to be cancelled beside it. Safe from any thread. */
    void cancel();

    /** Releases everything. Closing again does nothing. */
    @Override
    void close();
}
