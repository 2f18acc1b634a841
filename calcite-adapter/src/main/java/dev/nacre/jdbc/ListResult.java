package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import java.util.List;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Rows that are all there: for scrolling, and for EXPLAIN. */
final class ListResult extends ColumnsResult {
    private final List<Value[]> rows;
    private int rowId = -1;
    private boolean closed;

    ListResult(List<H2Column> columns, List<Value[]> rows) {
        this(ResultColumns.of(columns), rows);
    }

    ListResult(ResultColumns columns, List<Value[]> rows) {
        super(columns);
        this.rows = List.copyOf(rows);
        if (!rows.isEmpty()) {
            learnTypes(rows.get(0));
        }
    }

    @Override
    public void reset() {
        rowId = -1;
    }

    @Override
    public Value @Nullable [] currentRow() {
        return rowId >= 0 && rowId < rows.size() ? rows.get(rowId) : null;
    }

    @Override
    public boolean next() {
        if (rowId < rows.size()) {
            rowId++;
        }
        return rowId < rows.size();
    }

    @Override
    public boolean hasNext() {
        return rowId + 1 < rows.size();
    }

    @Override
    public long getRowId() {
        return rowId;
    }

    @Override
    public boolean isAfterLast() {
        return rowId >= rows.size();
    }

    @Override
    public long getRowCount() {
        return rows.size();
    }

    @Override
    public boolean needToClose() {
        return false;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
