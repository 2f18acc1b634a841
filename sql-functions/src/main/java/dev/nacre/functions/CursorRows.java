package dev.nacre.functions;

import dev.nacre.functions.mapping.RowsMarshaller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows from a guest's cursor. It is let go of at the end of the rows, at a failure, or when nobody wants more. */
final class CursorRows implements RowStream {
    private final GuestRoutine routine;
    private final GuestState cursor;
    private final GuestExport next;
    private final RowsMarshaller marshaller;
    private boolean ended;
    private @Nullable FunctionException failure;

    CursorRows(GuestRoutine routine, GuestState cursor, GuestExport next, RowsMarshaller marshaller) {
        this.routine = routine;
        this.cursor = cursor;
        this.next = next;
        this.marshaller = marshaller;
    }

    @Override
    public List<@Nullable Object[]> next(int most) {
        FunctionException waiting = failure;
        if (waiting != null) {
            failure = null;
            throw waiting;
        }
        if (ended) {
            return List.of();
        }
        List<@Nullable Object[]> rows = marshaller.isSingle() ? oneByOne(most) : batch(most);
        routine.rows(rows.size());
        if (rows.isEmpty()) {
            close();
        }
        return rows;
    }

    private List<@Nullable Object[]> batch(int most) {
        boolean going = false;
        try {
            List<@Nullable Object[]> rows = routine.get(() -> marshaller.toSql(cursor.call(next, (long) most)));
            routine.batch();
            requireAtMost(most, rows.size());
            going = true;
            return rows;
        } finally {
            ended = !going;
        }
    }

    private void requireAtMost(int most, int found) {
        if (found > most) {
            throw routine.remembered(new FunctionException(
                    FunctionErrorCode.BROKEN_CONTRACT,
                    routine.subject() + ": expected at most " + most + " rows from 'next', found " + found
                            + "; the cursor has to keep what is too many for its next call"));
        }
    }

    /** A failure behind some rows shows after them. */
    private List<@Nullable Object[]> oneByOne(int most) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try {
            while (!ended && rows.size() < most) {
                List<@Nullable Object[]> row = routine.get(() -> marshaller.toSql(cursor.call(next)));
                ended = row.isEmpty();
                rows.addAll(row);
            }
        } catch (FunctionException broken) {
            ended = true;
            if (rows.isEmpty()) {
                throw broken;
            }
            failure = broken;
        }
        return rows;
    }

    @Override
    public void close() {
        ended = true;
        cursor.close();
    }
}
