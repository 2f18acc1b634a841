package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.Frame.Bound;
import dev.nacre.calcite.algebra.WindowCall;
import dev.nacre.h2.H2Values;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.rel.RelFieldCollation;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Says which rows of a sorted partition each of them sees, as H2 does (SQL:2016-2, 7.15, "window clause"). */
final class Frames {
    private final Run run;
    private final WindowCall call;
    private final List<Value[]> partition;
    private final int[] firstPeer;
    private final int[] behindPeers;

    Frames(Run run, WindowCall call, List<Value[]> partition, Comparator<Value[]> order) {
        this.run = run;
        this.call = call;
        this.partition = partition;
        int size = partition.size();
        this.firstPeer = new int[size];
        this.behindPeers = new int[size];
        int first = 0;
        for (int row = 1; row <= size; row++) {
            if (row == size || order.compare(partition.get(first), partition.get(row)) != 0) {
                for (int peer = first; peer < row; peer++) {
                    firstPeer[peer] = first;
                    behindPeers[peer] = row;
                }
                first = row;
            }
        }
    }

    /**
     * Rows of a partition, by their numbers.
     *
     * @param from the first
     * @param to behind the last; not above {@code from} for none
     * @param leaveFrom the first of those in between that are left out
     * @param leaveTo behind the last of those
     * @param keep one of those that is not left out all the same, -1 for none
     */
    record Range(int from, int to, int leaveFrom, int leaveTo, int keep) {
        boolean isWhole() {
            boolean leavesOnlyKept = keep >= 0 && leaveTo - leaveFrom == 1;
            return leavesOnlyKept || leaveFrom >= leaveTo || leaveTo <= from || leaveFrom >= to;
        }

        boolean has(int row) {
            return row >= from && row < to && (row < leaveFrom || row >= leaveTo || row == keep);
        }
    }

    Range of(int row) {
        int from = Math.max(0, bound(call.frame().lower(), row, true));
        int to = Math.min(partition.size(), bound(call.frame().upper(), row, false));
        return switch (call.frame().exclude()) {
            case NONE -> new Range(from, to, 0, 0, -1);
            case CURRENT_ROW -> new Range(from, to, row, row + 1, -1);
            case GROUP -> new Range(from, to, firstPeer[row], behindPeers[row], -1);
            case TIES -> new Range(from, to, firstPeer[row], behindPeers[row], row);
        };
    }

    /** Returns the first row for a lower bound, the one behind the last for an upper one. */
    private int bound(Bound bound, int row, boolean lower) {
        if (bound instanceof Bound.Unbounded) {
            return lower ? 0 : partition.size();
        }
        if (bound instanceof Bound.Offset offset) {
            return call.frame().rows() ? byRows(offset, row, lower) : byValue(offset, row, lower);
        }
        if (call.frame().rows()) {
            return lower ? row : row + 1;
        }
        return lower ? firstPeer[row] : behindPeers[row];
    }

    private int byRows(Bound.Offset offset, int row, boolean lower) {
        long distance = distance(offset, row).getInt(); // refuses greater ones, as H2 does
        if (distance < 0) {
            throw refused(offset, row);
        }
        long at = offset.following() ? row + distance : row - distance;
        return (int) Math.max(-1, Math.min(partition.size(), lower ? at : at + 1));
    }

    private Value distance(Bound.Offset offset, int row) {
        Value distance = partition.get(row)[offset.column()];
        if (H2Values.isNull(distance)) {
            throw refused(offset, row);
        }
        return distance;
    }

    private DbException refused(Bound.Offset offset, int row) {
        return DbException.get(
                ErrorCode.INVALID_PRECEDING_OR_FOLLOWING_1, partition.get(row)[offset.column()].getTraceSQL());
    }

    /** Rows with a NULL key see each other alone, as peers. */
    private int byValue(Bound.Offset offset, int row, boolean lower) {
        RelFieldCollation key = call.order().get(0);
        int column = key.getFieldIndex();
        Value own = partition.get(row)[column];
        if (H2Values.isNull(own)) {
            return lower ? firstPeer[row] : behindPeers[row];
        }
        Value distance = distance(offset, row);
        if (distance.getSignum() < 0) {
            throw refused(offset, row);
        }
        boolean descending = key.getDirection().isDescending();
        TypeInfo type = TypeInfo.getHigherType(own.getType(), distance.getType());
        Value left = own.convertTo(type, run.provider());
        Value right = distance.convertTo(type, run.provider());
        Value edge = offset.following() == descending ? left.subtract(right) : left.add(right);
        return lower ? first(column, edge, descending) : behind(column, edge, descending);
    }

    /** Returns the first row whose key is not before an edge; keys of NULL stand at one end, out of the way. */
    private int first(int column, Value edge, boolean descending) {
        int low = firstKey(column);
        int high = behindKeys(column);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comparison(middle, column, edge, descending) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns the row behind the last whose key is not behind an edge. */
    private int behind(int column, Value edge, boolean descending) {
        int low = firstKey(column);
        int high = behindKeys(column);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comparison(middle, column, edge, descending) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstKey(int column) {
        return H2Values.isNull(partition.get(0)[column]) ? behindPeers[0] : 0;
    }

    private int behindKeys(int column) {
        int last = partition.size() - 1;
        return H2Values.isNull(partition.get(last)[column]) ? firstPeer[last] : partition.size();
    }

    private int comparison(int row, int column, Value edge, boolean descending) {
        int comparison = run.compare(partition.get(row)[column], edge);
        return descending ? -comparison : comparison;
    }
}
