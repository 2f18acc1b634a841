package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** Adds values up in the type of the result, as H2 does. */
class Summing implements Accumulator {
    private final int column;
    private final TypeInfo type;
    private @Nullable Value sum;

    Summing(int column, TypeInfo type) {
        this.column = column;
        this.type = type;
    }

    @Override
    public void add(Value[] row) {
        if (!H2Values.isNull(row[column])) {
            add(row[column]);
        }
    }

    void add(Value value) {
        Value converted = value.convertTo(type.getValueType());
        sum = sum == null ? converted : sum.add(converted);
    }

    @Override
    public Value result() {
        return sum == null ? ValueNull.INSTANCE : sum.convertTo(type);
    }

    /** Adds whole numbers up in a long, and the long to the sum only when it is full. */
    static final class OfWhole extends Summing {
        private long part;
        private boolean any;

        OfWhole(int column, TypeInfo type) {
            super(column, type);
        }

        @Override
        void add(Value value) {
            long next = value.getLong();
            long grown = part + next;
            if (((part ^ grown) & (next ^ grown)) < 0) {
                super.add(ValueBigint.get(part));
                grown = next;
            }
            part = grown;
            any = true;
        }

        /** The sum of all is asked for once. */
        @Override
        public Value result() {
            if (any) {
                super.add(ValueBigint.get(part));
            }
            return super.result();
        }
    }
}
