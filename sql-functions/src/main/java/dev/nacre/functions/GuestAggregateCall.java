package dev.nacre.functions;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.functions.mapping.Answer;
import dev.nacre.functions.shape.RoutineShape;
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

    GuestAggregateCall(GuestRoutine routine, RoutineShape.Accumulator shape, boolean nullOnError) {
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
    public int constants() {
        return shape.constants().count();
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

        Group(GuestState state) {
            this.state = state;
        }

        @Override
        public void add(@Nullable Object... row) {
            if (!failed && !shape.row().isDecidedByNull(row)) {
                routine.rows(1);
                routine.call(() -> accept(state.call(add, shape.row().toGuest(row))));
            }
        }

        @Override
        public void remove(@Nullable Object... row) {
            GuestExport method =
                    remove.orElseThrow(() -> new IllegalStateException(routine.subject() + " has no 'remove'"));
            if (!failed && !shape.row().isDecidedByNull(row)) {
                routine.call(() -> accept(state.call(method, shape.row().toGuest(row))));
            }
        }

        @Override
        public void merge(State other) {
            GuestExport method =
                    merge.orElseThrow(() -> new IllegalStateException(routine.subject() + " has no 'merge'"));
            Group group = (Group) other;
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
            return failed ? null : routine.call(() -> shape.value().toSql(state.call(finish)));
        }

        @Override
        public void close() {
            state.close();
        }
    }
}
