package dev.nacre.calcite;

import dev.nacre.calcite.run.Run;
import java.sql.SQLException;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The rows of a query that was split. */
final class SplitRows implements Rows {
    private final Run run;
    private final Enumerator<Value[]> rows;
    private final String sql;
    private Value @Nullable [] current;
    private boolean ended;

    SplitRows(Run run, Enumerator<Value[]> rows, String sql) {
        this.run = run;
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public boolean next() throws SQLException {
        current = null;
        if (ended) {
            return false;
        }
        boolean found = false;
        try {
            if (rows.moveNext()) {
                current = rows.current();
                found = true;
            }
            return found;
        } catch (DbException e) {
            throw H2Errors.about(sql, DbException.toSQLException(e));
        } finally {
            if (!found) {
                close();
            }
        }
    }

    @Override
    public Value[] current() {
        Value[] row = current;
        if (row == null) {
            throw new IllegalStateException("there is no current row");
        }
        return row;
    }

    @Override
    public void cancel() {
        run.cancel();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            current = null;
            rows.close();
            run.close();
        }
    }
}
