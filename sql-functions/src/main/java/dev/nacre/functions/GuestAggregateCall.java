package dev.nacre.functions;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.functions.mapping.Answer;
import dev.nacre.functions.mapping.ValueSize;
import dev.nacre.functions.shape.RoutineShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls an aggregate of a guest: a resource for each group, all of them in one instance. */
final class GuestAggregateCall implements AggregateCall {
    private final GuestRoutine routine;
    private final RoutineShape.Accumulator shape;
    private final boolean nullOnError;
    private final GuestExport constructor;
    private final GuestExport add;
    private final Optional<GuestExport> remove;
    private final Optional<GuestExport> merge;
    private final GuestExport finish;
    private final Optional<Batches> batches;
    private final BatchBounds bounds;
    /** About how many bytes wait in all groups. */
    private long waiting;

    private record Batches(RoutineShape.BatchAdding adding, GuestExport export) {}

    GuestAggregateCall(GuestRoutine routine, RoutineShape.Accumulator shape, boolean nullOnError, BatchBounds bounds) {
        this.batches = shape.addBatch().map(adding -> new Batches(adding, routine.export(adding.function())));
        this.bounds = bounds;
        this.routine = routine;
        this.shape = shape;
        this.nullOnError = nullOnError;
        this.constructor = routine.export(shape.constructor());
        this.add = routine.export(shape.add());
        this.remove = shape.remove().map(routine::export);
        this.merge = shape.merge().map(routine::export);
        this.finish = routine.export(shape.finish());
    }

    @Override
    public boolean canRemove() {
        return remove.isPresent();
    }

    @Override
    public boolean canMerge() {
        return merge.isPresent();
    }

    @Override
    public State open(@Nullable Object... constants) {
        shape.constants().isDecidedByNull(constants); // throws: a constant that is NULL and may not be is a mistake
        return new Group(routine.get(
                () -> GuestState.open(routine, constructor, shape.constants().toGuest(constants))));
    }

    /** The rows of one group, in a resource. */
    private final class Group implements State {
        private final GuestState state;
        private boolean failed;
        /** Rows that go to the guest in one call. */
        private List<@Nullable Object[]> rows = new ArrayList<>();

        private long bytes;

        Group(GuestState state) {
            this.state = state;
        }

        @Override
        public void add(@Nullable Object... row) {
            if (failed || shape.row().isDecidedByNull(row)) {
                return;
            }
            routine.rows(1);
            if (batches.isEmpty()) {
                addOne(row);
                return;
            }
            long size = ValueSize.of(row);
            rows.add(row);
            bytes += size;
            waiting += size;
            if (bounds.areReached(rows.size(), waiting)) {
                flush();
            }
        }

        private void addOne(@Nullable Object[] row) {
            routine.call(() -> accept(state.call(add, shape.row().toGuest(row))));
        }

        private void flush() {
            List<@Nullable Object[]> batch = rows;
            rows = new ArrayList<>();
            waiting -= bytes;
            bytes = 0;
            if (batch.size() == 1) {
                addOne(batch.get(0));
            } else if (!batch.isEmpty()) {
                addAll(batch, batches.orElseThrow());
            }
        }

        private void addAll(List<@Nullable Object[]> batch, Batches to) {
            routine.batch();
            routine.call(() -> {
                List<@Nullable Object[]> lowered = new ArrayList<>(batch.size());
                for (@Nullable Object[] row : batch) {
                    lowered.add(to.adding().marshaller().toGuest(row));
                }
                return accept(state.call(to.export(), to.adding().marshaller().columns(lowered)));
            });
        }

        @Override
        public void remove(@Nullable Object... row) {
            GuestExport method =
                    remove.orElseThrow(() -> new IllegalStateException(routine.subject() + " has no 'remove'"));
            flush();
            if (!failed && !shape.row().isDecidedByNull(row)) {
                routine.call(() -> accept(state.call(method, shape.row().toGuest(row))));
            }
        }

        @Override
        public void merge(State other) {
            GuestExport method =
                    merge.orElseThrow(() -> new IllegalStateException(routine.subject() + " has no 'merge'"));
            Group group = (Group) other;
            flush();
            group.flush();
            failed |= group.failed;
            if (!failed) {
                routine.call(() -> accept(state.callWith(method, group.state)));
            }
        }

        /** The guest's own error makes the value NULL where ON ERROR NULL says so: the rows are not what was asked for. */
        private @Nullable Object accept(@Nullable Object given) {
            if (nullOnError && given instanceof ResultValue result && !result.isOk()) {
                failed = true;
            } else {
                Answer.requireOk(routine.subject(), given);
            }
            return null;
        }

        @Override
        public @Nullable Object finish() {
            flush();
            return failed ? null : routine.call(() -> shape.value().toSql(state.call(finish)));
        }

        @Override
        public void close() {
            waiting -= bytes;
            bytes = 0;
            rows = List.of();
            state.close();
        }
    }
}
