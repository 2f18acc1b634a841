package dev.nacre.functions;

import dev.nacre.functions.mapping.Arguments;
import dev.nacre.functions.mapping.RowsMarshaller;
import dev.nacre.functions.shape.RoutineShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a table function of a guest: one that gives all rows at once, or one that gives a cursor. */
final class GuestTableCall implements TableCall {
    private final GuestRoutine routine;
    private final Arguments arguments;
    private final RowsMarshaller marshaller;
    private final GuestExport opening;
    private final @Nullable GuestExport next;
    private final int mostRows;

    GuestTableCall(GuestRoutine routine, RoutineShape.Rows shape, int mostRows) {
        this.routine = routine;
        this.arguments = shape.arguments();
        this.marshaller = shape.rows();
        this.opening = routine.export(shape.function());
        this.next = null;
        this.mostRows = mostRows;
    }

    GuestTableCall(GuestRoutine routine, RoutineShape.Cursor shape, int mostRows) {
        this.routine = routine;
        this.arguments = shape.arguments();
        this.marshaller = shape.rows();
        this.opening = routine.export(shape.opening());
        this.next = routine.export(shape.next());
        this.mostRows = mostRows;
    }

    @Override
    public int mostRows() {
        return mostRows;
    }

    @Override
    public RowStream open(@Nullable Object... values) {
        if (arguments.isDecidedByNull(values)) {
            return new WholeRows(List.of());
        }
        GuestExport method = next;
        if (method != null) {
            GuestState cursor = routine.get(() -> GuestState.open(routine, opening, arguments.toGuest(values)));
            return new CursorRows(routine, cursor, method, marshaller);
        }
        List<@Nullable Object[]> rows = routine.get(() -> marshaller.toSql(opening.call(arguments.toGuest(values))));
        routine.rows(rows.size());
        return new WholeRows(rows);
    }

    /** Rows that are there already. */
    private static final class WholeRows implements RowStream {
        private List<@Nullable Object[]> rows;

        WholeRows(List<@Nullable Object[]> rows) {
            this.rows = rows;
        }

        @Override
        public List<@Nullable Object[]> next(int most) {
            List<@Nullable Object[]> all = rows;
            rows = List.of();
            return all;
        }

        @Override
        public void close() {
            rows = List.of();
        }
    }
}
