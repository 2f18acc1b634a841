package dev.nacre.functions;

import dev.nacre.functions.shape.RoutineShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a function from lists of records to lists of records, once for each batch. */
final class GuestRowsToRowsCall implements ProcessorCall {
    private final GuestRoutine routine;
    private final RoutineShape.RowsToRows shape;
    private final GuestExport export;
    private final BatchBounds bounds;

    GuestRowsToRowsCall(GuestRoutine routine, RoutineShape.RowsToRows shape, BatchBounds bounds) {
        this.routine = routine;
        this.shape = shape;
        this.export = routine.export(shape.function());
        this.bounds = bounds;
    }

    @Override
    public BatchBounds bounds() {
        return bounds;
    }

    @Override
    public boolean takesWholePartitions() {
        return true;
    }

    @Override
    public Processor open(@Nullable Object... values) {
        return shape.arguments().isDecidedByNull(values)
                ? IdleProcessor.INSTANCE
                : new Batches(routine.get(() -> shape.arguments().toGuest(values)));
    }

    /** Knows the arguments and nothing of the rows before. */
    private final class Batches implements Processor {
        private final @Nullable Object[] arguments;

        Batches(@Nullable Object[] arguments) {
            this.arguments = arguments;
        }

        @Override
        public List<@Nullable Object[]> process(List<@Nullable Object[]> rows) {
            routine.rows(rows.size());
            routine.batch();
            return routine.get(
                    () -> shape.output().toSql(export.call(with(shape.input().toGuest(rows)))));
        }

        private @Nullable Object[] with(@Nullable Object table) {
            @Nullable Object[] all = new Object[arguments.length + 1];
            System.arraycopy(arguments, 0, all, 0, shape.table());
            all[shape.table()] = table;
            System.arraycopy(arguments, shape.table(), all, shape.table() + 1, arguments.length - shape.table());
            return all;
        }

        @Override
        public List<@Nullable Object[]> finish() {
            return List.of();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
