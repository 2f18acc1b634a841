package dev.nacre.engine.wit;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/**
 * One method for each kind of {@link WitType}: a switch that the compiler checks for completeness.
 *
 * @param <R> what each method answers
 */
public interface WitTypeVisitor<R> {
    R visitPrimitive(PrimitiveType type);

    R visitList(ListType type);

    /** A type that no valid component has, so that only validation needs an answer. */
    default R visitFixedList(FixedListType type) {
        throw new EngineException(
                ErrorCode.INTERNAL, "expected no list of fixed length after validation, found " + type);
    }

    R visitRecord(RecordType type);

    R visitTuple(TupleType type);

    R visitVariant(VariantType type);

    R visitEnum(EnumType type);

    R visitFlags(FlagsType type);

    R visitOption(OptionType type);

    R visitResult(ResultType type);

    R visitMap(MapType type);

    R visitOwn(OwnType type);

    R visitBorrow(BorrowType type);

    R visitStream(StreamType type);

    R visitFuture(FutureType type);
}
