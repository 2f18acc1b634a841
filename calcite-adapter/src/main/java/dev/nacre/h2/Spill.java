package dev.nacre.h2;

import org.h2.engine.SessionLocal;
import org.h2.expression.Expression;
import org.h2.expression.ExpressionColumn;
import org.h2.result.LocalResult;
import org.h2.result.ResultInterface;
import org.h2.table.Column;
import org.h2.value.Value;

/**
 * Holds the rest of a result that H2 would give row by row. As with H2's own results, rows beyond the setting
 * MAX_MEMORY_ROWS go to a temporary file unless the database is in memory or read-only.
 */
final class Spill {
    private final LocalResult rows;

    /**
     * Makes an empty one.
     *
     * @param source whose columns it gets
     */
    Spill(SessionLocal session, ResultInterface source) {
        int width = source.getVisibleColumnCount();
        Expression[] columns = new Expression[width];
        for (int index = 0; index < width; index++) {
            columns[index] = new ExpressionColumn(
                    session.getDatabase(), new Column(source.getAlias(index), source.getColumnType(index)));
        }
        this.rows = new LocalResult(session, columns, width, width);
    }

    void add(Value[] row) {
        rows.addRow(row);
    }

    /** Returns the rows, from the first on. */
    ResultInterface done() {
        rows.done();
        return rows;
    }
}
