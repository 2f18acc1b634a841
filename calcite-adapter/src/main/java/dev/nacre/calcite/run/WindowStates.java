package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.WindowCall;
import dev.nacre.functions.AggregateCall.State;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Moves one state of a guest along the frames of a partition: rows that come in are added, rows that go out are removed where
 * the guest can do that. Where it cannot, the frame is added anew to a fresh state.
 */
final class WindowStates {
    /** How many rows may be added again because a guest cannot remove: a quadratic query ends before it has run for hours. */
    static final long MOST_ADDED_AGAIN = 10_000_000;

    private final WindowCall call;
    private final WasmAccumulator.Maker maker;
    private final TreeSet<Value[]> seen;
    private @Nullable State state;
    private @Nullable Value known;
    private int from;
    private int to;
    private long addedAgain;

    /** @param order of arguments, for DISTINCT */
    WindowStates(WindowCall call, WasmAccumulator.Maker maker, Comparator<Value[]> order) {
        this.call = call;
        this.maker = maker;
        this.seen = new TreeSet<>(order);
    }

    /** Returns the aggregate of the rows that a row sees. */
    Value value(List<Value[]> partition, Frames.Range range) {
        int end = Math.max(range.from(), range.to());
        if (!range.isWhole()) {
            return anew(partition, range);
        }
        Value last = known;
        if (last != null && range.from() == from && end == to) {
            return last;
        }
        State moved = moved(partition, range.from(), end);
        from = range.from();
        to = end;
        last = maker.value(moved);
        known = last;
        return last;
    }

    private State moved(List<Value[]> partition, int newFrom, int newTo) {
        State open = state;
        boolean goesOn = open != null && newFrom >= from && newTo >= to && newFrom <= to;
        boolean shrinks = newFrom > from;
        if (open == null || !goesOn || (shrinks && (!maker.canRemove() || call.distinct()))) {
            if (open != null) {
                count(newTo - newFrom);
            }
            reset();
            open = maker.open();
            state = open;
            from = newFrom;
            to = newFrom;
        }
        for (int row = from; row < newFrom; row++) {
            remove(open, partition.get(row));
        }
        for (int row = to; row < newTo; row++) {
            add(open, partition.get(row));
        }
        return open;
    }

    /** A frame with rows left out in its middle is no neighbour of the next. */
    private Value anew(List<Value[]> partition, Frames.Range range) {
        reset();
        count(Math.max(0, range.to() - range.from()));
        State fresh = maker.open();
        for (int row = range.from(); row < range.to(); row++) {
            if (range.has(row)) {
                add(fresh, partition.get(row));
            }
        }
        Value value = maker.value(fresh);
        fresh.close();
        seen.clear();
        return value;
    }

    private void count(int rows) {
        addedAgain += rows;
        if (addedAgain > MOST_ADDED_AGAIN) {
            throw new FunctionException(
                    FunctionErrorCode.STATEMENT_LIMIT,
                    "function '" + call.function().function().name() + "': over windows: more than " + MOST_ADDED_AGAIN
                            + " rows were added again, because frames lose rows and its resource has no 'remove', or"
                            + " because of EXCLUDE or DISTINCT; take smaller frames or partitions, or a function with 'remove'");
        }
    }

    private boolean counts(Value[] row) {
        return !call.function().filtered()
                || row[call.arguments().get(call.arguments().size() - 1)].isTrue();
    }

    private void add(State open, Value[] row) {
        if (counts(row) && (!call.distinct() || seen.add(key(row)))) {
            open.add(maker.arguments(row));
        }
    }

    private void remove(State open, Value[] row) {
        if (counts(row)) {
            open.remove(maker.arguments(row));
        }
    }

    private Value[] key(Value[] row) {
        int count = call.arguments().size() - (call.function().filtered() ? 1 : 0);
        return Distinctness.part(row, call.arguments().subList(0, count));
    }

    /** Lets go of the state: the next frame is of another partition. */
    void reset() {
        State open = state;
        if (open != null) {
            open.close();
        }
        state = null;
        known = null;
        seen.clear();
        from = 0;
        to = 0;
    }
}
