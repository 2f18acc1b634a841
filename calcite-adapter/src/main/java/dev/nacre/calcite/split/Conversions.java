package dev.nacre.calcite.split;

import java.util.List;
import java.util.function.IntPredicate;
import org.h2.value.DataType;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Says how far an argument's type is from a parameter's. H2 does the conversion itself, with its own rules and errors. */
final class Conversions {
    /** More than all arguments of a call can cost together otherwise. */
    static final int IMPOSSIBLE = 1_000_000;

    /** A conversion that may fail or lose: taken only when no overload has a better one. */
    private static final int NARROWING = 1_000;

    private static final List<Integer> WIDENING = List.of(
            Value.TINYINT,
            Value.SMALLINT,
            Value.INTEGER,
            Value.BIGINT,
            Value.NUMERIC,
            Value.REAL,
            Value.DOUBLE,
            Value.DECFLOAT);

    private Conversions() {}

    static int cost(TypeInfo from, TypeInfo to) {
        int source = from.getValueType();
        int target = to.getValueType();
        if (source == target || source == Value.UNKNOWN || source == Value.NULL) {
            return 0;
        }
        int step = WIDENING.indexOf(target) - WIDENING.indexOf(source);
        if (WIDENING.contains(source) && WIDENING.contains(target)) {
            return step > 0 ? step : NARROWING;
        }
        return otherCost(source, target);
    }

    private static int otherCost(int source, int target) {
        boolean fromString = DataType.isCharacterStringType(source);
        boolean toString = DataType.isCharacterStringType(target);
        if (fromString && toString) {
            return 1;
        }
        if (DataType.isBinaryStringType(source) && DataType.isBinaryStringType(target)) {
            return 1;
        }
        boolean sameKind = both(DataType::isDateTimeType, source, target)
                || both(DataType::isYearMonthIntervalType, source, target)
                || both(Conversions::isDayTimeInterval, source, target)
                || both(Conversions::isTruthOrNumber, source, target)
                || both(Conversions::isBinary, source, target);
        return fromString || toString || sameKind ? NARROWING : IMPOSSIBLE;
    }

    private static boolean both(IntPredicate kind, int source, int target) {
        return kind.test(source) && kind.test(target);
    }

    private static boolean isDayTimeInterval(int type) {
        return DataType.isIntervalType(type) && !DataType.isYearMonthIntervalType(type);
    }

    private static boolean isTruthOrNumber(int type) {
        return type == Value.BOOLEAN || WIDENING.contains(type);
    }

    private static boolean isBinary(int type) {
        return DataType.isBinaryStringType(type) || type == Value.UUID;
    }
}
