package dev.nacre.calcite.run;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/**
 * What a join reads.
 *
 * @param left rows of as many columns as the left side has, and keys after them
 * @param right the same of the right side
 * @param leftWidth how many columns the left side has
 * @param rightWidth how many columns the right side has
 */
record JoinSides(JoinRelType type, Enumerable<Value[]> left, Enumerable<Value[]> right, int leftWidth, int rightWidth) {
    static JoinSides of(Join join, Enumerable<Value[]> left, Enumerable<Value[]> right) {
        return new JoinSides(
                join.getJoinType(),
                left,
                right,
                join.getLeft().getRowType().getFieldCount(),
                join.getRight().getRowType().getFieldCount());
    }

    /** Returns the same with columns more in the rows. */
    JoinSides with(Run run, Evaluator[] ofLeft, Evaluator[] ofRight) {
        return new JoinSides(
                type,
                wider(run, left, leftWidth, ofLeft),
                wider(run, right, rightWidth, ofRight),
                leftWidth,
                rightWidth);
    }

    private static Enumerable<Value[]> wider(Run run, Enumerable<Value[]> rows, int width, Evaluator[] more) {
        Stream<Evaluator> columns = IntStream.range(0, width).mapToObj(index -> row -> row[index]);
        return Projected.of(run, rows, Stream.concat(columns, Stream.of(more)).toArray(Evaluator[]::new));
    }

    /**
     * Returns a row of the join.
     *
     * @param l a row of the left side; null for NULLs
     * @param r a row of the right side; null for NULLs
     */
    Value[] pair(Value @Nullable [] l, Value @Nullable [] r) {
        Value[] row = new Value[leftWidth + rightWidth];
        copy(l, row, 0, leftWidth);
        copy(r, row, leftWidth, rightWidth);
        return row;
    }

    private static void copy(Value @Nullable [] side, Value[] row, int from, int width) {
        if (side == null) {
            Arrays.fill(row, from, from + width, ValueNull.INSTANCE);
        } else {
            System.arraycopy(side, 0, row, from, width);
        }
    }
}
