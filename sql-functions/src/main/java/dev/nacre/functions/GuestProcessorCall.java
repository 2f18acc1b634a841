package dev.nacre.functions;

import dev.nacre.functions.mapping.Arguments;
import dev.nacre.functions.mapping.RowsMarshaller;
import dev.nacre.functions.shape.RoutineShape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls a table function over a table: a resource that is given the rows batch by batch. */
final class GuestProcessorCall implements ProcessorCall {
    private final GuestRoutine routine;
    private final Arguments arguments;
    private final RoutineShape.Processor shape;
    private final GuestExport constructor;
    private final GuestExport process;
    private final Optional<GuestExport> finish;
    private final BatchBounds bounds;

    GuestProcessorCall(GuestRoutine routine, RoutineShape.Processor shape, BatchBounds bounds) {
        this.routine = routine;
        this.arguments = shape.arguments();
        this.shape = shape;
        this.constructor = routine.export(shape.constructor());
        this.process = routine.export(shape.process());
        this.finish = shape.finish().map(routine::export);
        this.bounds = bounds;
    }

    @Override
    public BatchBounds bounds() {
        return bounds;
    }

    @Override
    public boolean takesWholePartitions() {
        return false;
    }

    @Override
    public Processor open(@Nullable Object... values) {
        if (arguments.isDecidedByNull(values)) {
            return IdleProcessor.INSTANCE;
        }
        return new Partition(routine.get(() -> GuestState.open(routine, constructor, arguments.toGuest(values))));
    }

    /** One partition, with a resource of its own. */
    private final class Partition implements Processor {
        private final GuestState state;

        Partition(GuestState state) {
            this.state = state;
        }

        @Override
        public List<@Nullable Object[]> process(List<@Nullable Object[]> rows) {
            routine.rows(rows.size());
            routine.batch();
            RowsMarshaller output = shape.output();
            return routine.get(
                    () -> output.toSql(state.call(process, shape.input().toGuest(rows))));
        }

        @Override
        public List<@Nullable Object[]> finish() {
            return finish.map(method -> routine.get(() -> shape.last().toSql(state.call(method))))
                    .orElse(List.of());
        }

        @Override
        public void close() {
            state.close();
        }
    }
}
