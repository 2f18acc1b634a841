package dev.nacre.cli.output;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes what statements give, one after the other. For one thread. */
public interface ResultFormat {
    /**
     * Writes all rows of a result. Holds a bounded number of them in memory.
     *
     * @param rows before its first row; stays open
     * @throws SQLException when a row cannot be read; what was read before is written
     * @throws IOException when the output cannot be written
     */
    void rows(ResultSet rows) throws SQLException, IOException;

    /**
     * Writes what a statement without rows did.
     *
     * @param changedRows how many rows it changed; 0 when it changes none by its nature
     * @throws IOException when the output cannot be written
     */
    void changed(long changedRows) throws IOException;
}
