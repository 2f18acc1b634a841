package dev.nacre.calcite.run;

import static java.util.Objects.requireNonNull;

import dev.nacre.h2.H2Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.h2.api.IntervalQualifier;
import org.h2.util.IntervalUtils;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueDecfloat;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInterval;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.jspecify.annotations.Nullable;

/** The mean of the values that are not NULL, added up and divided in the type of the result as H2 does. */
abstract class Averaging implements Accumulator {
    private final int column;
    private final TypeInfo type;
    private final Run run;
    private long count;

    private Averaging(int column, TypeInfo type, Run run) {
        this.column = column;
        this.type = type;
        this.run = run;
    }

    /** Starts a mean, of the type that H2 gives it. */
    static Averaging of(int column, TypeInfo type, Run run) {
        return switch (type.getValueType()) {
            case Value.DOUBLE -> new OfDoubles(column, type, run);
            case Value.NUMERIC, Value.DECFLOAT -> new OfDecimals(column, type, run);
            default -> new OfIntervals(column, type, run);
        };
    }

    abstract void add(Value value);

    abstract Value divided(long count);

    TypeInfo type() {
        return type;
    }

    @Override
    public void add(Value[] row) {
        if (!H2Values.isNull(row[column])) {
            count++;
            add(row[column]);
        }
    }

    @Override
    public Value result() {
        return count == 0 ? ValueNull.INSTANCE : divided(count).castTo(type, run.provider());
    }

    private static final class OfDoubles extends Averaging {
        private double sum;

        OfDoubles(int column, TypeInfo type, Run run) {
            super(column, type, run);
        }

        @Override
        void add(Value value) {
            sum += value.getDouble();
        }

        @Override
        Value divided(long count) {
            return ValueDouble.get(sum / count);
        }
    }

    private static final class OfDecimals extends Averaging {
        private @Nullable BigDecimal sum;

        OfDecimals(int column, TypeInfo type, Run run) {
            super(column, type, run);
        }

        @Override
        void add(Value value) {
            BigDecimal next = value.getBigDecimal();
            sum = sum == null ? next : sum.add(next);
        }

        @Override
        Value divided(long count) {
            BigDecimal dividend = requireNonNull(sum, "no value was added");
            BigDecimal divisor = BigDecimal.valueOf(count);
            return type().getValueType() == Value.DECFLOAT
                    ? ValueDecfloat.divide(dividend, divisor, type())
                    : ValueNumeric.get(dividend.divide(divisor, type().getScale(), RoundingMode.HALF_DOWN));
        }
    }

    private static final class OfIntervals extends Averaging {
        private BigInteger sum = BigInteger.ZERO;

        OfIntervals(int column, TypeInfo type, Run run) {
            super(column, type, run);
        }

        @Override
        void add(Value value) {
            sum = sum.add(IntervalUtils.intervalToAbsolute((ValueInterval) value));
        }

        @Override
        Value divided(long count) {
            IntervalQualifier qualifier = IntervalQualifier.valueOf(type().getValueType() - Value.INTERVAL_YEAR);
            return IntervalUtils.intervalFromAbsolute(qualifier, sum.divide(BigInteger.valueOf(count)));
        }
    }
}
