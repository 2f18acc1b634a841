package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Aggregate;
import dev.nacre.h2.H2Values;
import java.util.List;
import java.util.TreeMap;
import org.apache.calcite.rel.core.AggregateCall;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueNull;

/** The state of one aggregate in one group. */
interface Accumulator {
    /** Adds a row of the group. */
    void add(Value[] row);

    /** Returns the aggregate of all rows added. */
    Value result();

    /** Returns whether it can take the rows of another by {@link #merge}. */
    default boolean canMerge() {
        return false;
    }

    /** Takes the rows of another of the same call, whose result was not asked for yet. */
    default void merge(Accumulator other) {
        throw new IllegalStateException("an aggregate that does not merge");
    }

    /**
     * Starts an aggregate.
     *
     * @param type of the result
     * @param inputs the types of the rows' columns
     */
    static Accumulator of(AggregateCall call, TypeInfo type, List<TypeInfo> inputs, Run run) {
        H2Aggregate function = (H2Aggregate) call.getAggregation();
        List<Integer> arguments = call.getArgList();
        Accumulator accumulator = switch (function.form()) {
            case COUNT_ALL -> new Count(-1);
            case COUNT -> new Count(arguments.get(0));
            case MIN -> new Extreme(arguments.get(0), -1, type, run);
            case MAX -> new Extreme(arguments.get(0), 1, type, run);
            case SUM -> sum(arguments.get(0), inputs.get(arguments.get(0)), type);
            case AVG -> Averaging.of(arguments.get(0), type, run);
        };
        return counted(accumulator, call, function.filtered(), run);
    }

    /**
     * Lets an accumulator have the rows that DISTINCT and FILTER leave.
     *
     * @param filtered whether the last argument is the condition of FILTER
     */
    static Accumulator counted(Accumulator accumulator, AggregateCall call, boolean filtered, Run run) {
        List<Integer> arguments = call.getArgList();
        int last = arguments.size() - 1;
        Accumulator counted = call.isDistinct()
                ? new Distinct(filtered ? arguments.subList(0, last) : arguments, accumulator, run)
                : accumulator;
        return filtered ? new Filtered(arguments.get(last), counted) : counted;
    }

    private static Accumulator sum(int column, TypeInfo argument, TypeInfo type) {
        int valueType = argument.getValueType();
        boolean whole = valueType >= Value.TINYINT && valueType <= Value.BIGINT;
        return whole ? new Summing.OfWhole(column, type) : new Summing(column, type);
    }

    /** Counts rows, or values that are not NULL. */
    final class Count implements Accumulator {
        private final int column;
        private long count;

        Count(int column) {
            this.column = column;
        }

        @Override
        public void add(Value[] row) {
            if (column < 0 || !H2Values.isNull(row[column])) {
                count++;
            }
        }

        @Override
        public Value result() {
            return ValueBigint.get(count);
        }
    }

    /** Keeps the least or the greatest value, the first of equal ones. */
    final class Extreme implements Accumulator {
        private final int column;
        private final int sign;
        private final TypeInfo type;
        private final Run run;
        private Value extreme = ValueNull.INSTANCE;

        Extreme(int column, int sign, TypeInfo type, Run run) {
            this.column = column;
            this.sign = sign;
            this.type = type;
            this.run = run;
        }

        @Override
        public void add(Value[] row) {
            Value value = row[column];
            boolean first = H2Values.isNull(extreme);
            if (!H2Values.isNull(value) && (first || run.compare(value, extreme) * sign > 0)) {
                extreme = value;
            }
        }

        @Override
        public Value result() {
            return extreme.convertTo(type);
        }
    }

    /** Passes equal arguments on once, in the order of values as H2 does: floating-point sums depend on the order. */
    final class Distinct implements Accumulator {
        private final List<Integer> columns;
        private final Accumulator accumulator;
        private final Run run;
        private final TreeMap<Value[], Value[]> rows;

        Distinct(List<Integer> columns, Accumulator accumulator, Run run) {
            this.run = run;
            this.columns = columns;
            this.accumulator = accumulator;
            this.rows = new TreeMap<>(Distinctness.order(run));
        }

        @Override
        public void add(Value[] row) {
            Value[] key = Distinctness.part(row, columns);
            if (rows.putIfAbsent(key, row) == null) {
                run.keep(row);
            }
        }

        @Override
        public Value result() {
            rows.values().forEach(accumulator::add);
            return accumulator.result();
        }
    }

    /** Passes on the rows that meet a condition. */
    final class Filtered implements Accumulator {
        private final int condition;
        private final Accumulator accumulator;

        Filtered(int condition, Accumulator accumulator) {
            this.condition = condition;
            this.accumulator = accumulator;
        }

        @Override
        public void add(Value[] row) {
            if (row[condition].isTrue()) {
                accumulator.add(row);
            }
        }

        @Override
        public Value result() {
            return accumulator.result();
        }

        @Override
        public boolean canMerge() {
            return accumulator.canMerge();
        }

        @Override
        public void merge(Accumulator other) {
            accumulator.merge(((Filtered) other).accumulator);
        }
    }
}
