package dev.nacre.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A running query as H2's result sets read one: forward only, one row ahead unless somebody counts them. */
final class CursorResult extends ColumnsResult {
    private final RunningQuery query;
    private Value @Nullable [] current;
    private final Deque<Value[]> following = new ArrayDeque<>();
    private long rowId = -1;
    private boolean afterLast;
    private boolean closed;

    private CursorResult(ResultColumns columns, RunningQuery query) {
        super(columns);
        this.query = query;
    }

    /** Reads the first row: what fails for all rows alike then fails where the statement is executed, as in H2. */
    static CursorResult of(ResultColumns columns, RunningQuery query) throws SQLException {
        CursorResult result = new CursorResult(columns, query);
        try {
            if (result.readOne()) {
                result.learnTypes(result.following.element());
            }
            return result;
        } catch (RuntimeException failure) {
            throw SqlExceptions.of(failure);
        }
    }

    @Override
    public void reset() {
        throw DbException.getUnsupportedException("reset of a forward-only result");
    }

    @Override
    public Value @Nullable [] currentRow() {
        return current;
    }

    @Override
    public boolean next() {
        if (hasNext()) {
            rowId++;
            current = following.remove();
            return true;
        }
        if (!afterLast) {
            rowId++;
            current = null;
            afterLast = true;
        }
        return false;
    }

    @Override
    public boolean hasNext() {
        return !following.isEmpty() || readOne();
    }

    private boolean readOne() {
        Value[] row = afterLast || closed ? null : read();
        if (row != null) {
            following.add(row);
        }
        return row != null;
    }

    private Value @Nullable [] read() {
        try {
            return query.next();
        } catch (SQLException failure) {
            afterLast = true;
            throw DbException.convert(failure);
        }
    }

    @Override
    public long getRowId() {
        return rowId;
    }

    @Override
    public boolean isAfterLast() {
        return afterLast;
    }

    @Override
    public long getRowCount() {
        while (readOne()) {
            // all rows have to be known
        }
        return Math.max(rowId + 1, 0) + following.size() - (afterLast ? 1 : 0);
    }

    @Override
    public boolean needToClose() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        following.clear();
        query.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
