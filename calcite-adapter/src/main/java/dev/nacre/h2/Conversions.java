package dev.nacre.h2;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.h2.api.IntervalQualifier;
import org.h2.value.DataType;
import org.h2.value.ExtTypeInfoRow;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Says how far an argument's type is from a parameter's. H2 does the conversion itself, with its own rules and errors. */
public final class Conversions {
    /** More than all arguments of a call can cost together otherwise. */
    public static final int IMPOSSIBLE = 1_000_000;

    /** A conversion that may fail or lose: taken only when no overload has a better one. */
    private static final int NARROWING = 1_000;

    private static final List<Integer> NUMBERS = List.of(
            Value.TINYINT,
            Value.SMALLINT,
            Value.INTEGER,
            Value.BIGINT,
            Value.NUMERIC,
            Value.REAL,
            Value.DOUBLE,
            Value.DECFLOAT);

    /** What holds all that the types before it hold. */
    private static final List<List<Integer>> WIDENING = List.of(
            NUMBERS, List.of(Value.DATE, Value.TIMESTAMP, Value.TIMESTAMP_TZ), List.of(Value.TIME, Value.TIME_TZ));

    private Conversions() {}

    /** Returns how far apart two types are: 0 for none, {@link #IMPOSSIBLE} where there is no conversion. */
    public static int cost(TypeInfo from, TypeInfo to) {
        int source = from.getValueType();
        int target = to.getValueType();
        if (source == Value.UNKNOWN || source == Value.NULL) {
            return 0;
        }
        if (isCollection(source) || isCollection(target)) {
            return source == target ? costOfParts(from, to) : IMPOSSIBLE;
        }
        return source == target ? 0 : costOfScalars(source, target);
    }

    /** Arrays and rows are as far from each other as what they hold. */
    private static int costOfParts(TypeInfo from, TypeInfo to) {
        List<TypeInfo> sources = parts(from);
        List<TypeInfo> targets = parts(to);
        if (sources.size() != targets.size()) {
            return IMPOSSIBLE;
        }
        int cost = 0;
        for (int index = 0; index < sources.size(); index++) {
            cost = Math.min(IMPOSSIBLE, cost + cost(sources.get(index), targets.get(index)));
        }
        return cost;
    }

    private static List<TypeInfo> parts(TypeInfo type) {
        return type.getExtTypeInfo() instanceof ExtTypeInfoRow row
                ? row.getFields().stream().map(Map.Entry::getValue).toList()
                : List.of((TypeInfo) type.getExtTypeInfo());
    }

    private static int costOfScalars(int source, int target) {
        for (List<Integer> chain : WIDENING) {
            if (chain.contains(source) && chain.contains(target)) {
                int step = chain.indexOf(target) - chain.indexOf(source);
                return step > 0 ? step : NARROWING;
            }
        }
        if (both(DataType::isIntervalType, source, target) && covers(target, source)) {
            return 1;
        }
        return otherCost(source, target);
    }

    /** An interval in years has a place in one of years and months. */
    private static boolean covers(int target, int source) {
        IntervalQualifier wide = IntervalQualifier.valueOf(target - Value.INTERVAL_YEAR);
        IntervalQualifier narrow = IntervalQualifier.valueOf(source - Value.INTERVAL_YEAR);
        return (wide.hasYears() || !narrow.hasYears())
                && (wide.hasMonths() || !narrow.hasMonths())
                && (wide.hasDays() || !narrow.hasDays())
                && (wide.hasHours() || !narrow.hasHours())
                && (wide.hasMinutes() || !narrow.hasMinutes())
                && (wide.hasSeconds() || !narrow.hasSeconds());
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

    private static boolean isCollection(int type) {
        return type == Value.ARRAY || type == Value.ROW;
    }

    private static boolean both(IntPredicate kind, int source, int target) {
        return kind.test(source) && kind.test(target);
    }

    private static boolean isDayTimeInterval(int type) {
        return DataType.isIntervalType(type) && !DataType.isYearMonthIntervalType(type);
    }

    private static boolean isTruthOrNumber(int type) {
        return type == Value.BOOLEAN || NUMBERS.contains(type);
    }

    private static boolean isBinary(int type) {
        return DataType.isBinaryStringType(type) || type == Value.UUID;
    }
}
