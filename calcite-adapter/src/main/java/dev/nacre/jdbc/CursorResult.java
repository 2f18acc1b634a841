package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.List;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A running query as H2's result sets read one: forward only, one row ahead. */
final class CursorResult extends ColumnsResult {
    private final RunningQuery query;
    private Value @Nullable [] current;
    private Value @Nullable [] following;
    private long rowId = -1;
    private boolean afterLast;
    private boolean closed;

    CursorResult(List<H2Column> columns, RunningQuery query) {
        super(columns);
        this.query = query;
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
            current = following;
            following = null;
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
        if (following == null && !afterLast && !closed) {
            following = read();
        }
        return following != null;
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
        throw DbException.getUnsupportedException("row count of a forward-only result");
    }

    @Override
    public boolean needToClose() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        query.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
