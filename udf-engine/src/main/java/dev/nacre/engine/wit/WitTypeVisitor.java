package dev.nacre.engine.wit;

/**
 * One method for each kind of {@link WitType}: a switch that the compiler checks for completeness.
 *
 * @param <R> what each method answers
 */
public interface WitTypeVisitor<R> {
    R visitPrimitive(PrimitiveType type);

    R visitList(ListType type);

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
