package dev.nacre.engine.link;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The class of each type's Java form, by the table of {@link WitType}. Handles of resources are objects of any class. */
final class JavaForms implements WitTypeVisitor<Class<?>> {
    private static final JavaForms FORMS = new JavaForms();

    private static final Map<WitType, Class<?>> ARRAYS = Map.of(
            PrimitiveType.S8, byte[].class,
            PrimitiveType.S16, short[].class,
            PrimitiveType.U16, short[].class,
            PrimitiveType.S32, int[].class,
            PrimitiveType.U32, int[].class,
            PrimitiveType.S64, long[].class,
            PrimitiveType.U64, long[].class,
            PrimitiveType.F32, float[].class,
            PrimitiveType.F64, double[].class);

    private JavaForms() {}

    static Class<?> of(WitType type) {
        return type.accept(FORMS);
    }

    /** Returns whether a value is of the class of the type's Java form; what is inside of it is not looked at. */
    static boolean isForm(WitType type, @Nullable Object value) {
        return of(type).isInstance(value)
                || (value != null && type instanceof ListType list && value.getClass() == ARRAYS.get(list.element()));
    }

    /** Returns the class of arrays that lists of a type of numbers may travel as, null for all other types. */
    static @Nullable Class<?> arrays(WitType element) {
        return ARRAYS.get(element);
    }

    @Override
    public Class<?> visitPrimitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> Boolean.class;
            case S8 -> Byte.class;
            case U8, S16 -> Short.class;
            case U16, S32, CHAR -> Integer.class;
            case U32, S64, U64 -> Long.class;
            case F32 -> Float.class;
            case F64 -> Double.class;
            case STRING -> String.class;
        };
    }

    @Override
    public Class<?> visitList(ListType type) {
        return type.element() == PrimitiveType.U8 ? byte[].class : List.class;
    }

    @Override
    public Class<?> visitRecord(RecordType type) {
        return List.class;
    }

    @Override
    public Class<?> visitTuple(TupleType type) {
        return List.class;
    }

    @Override
    public Class<?> visitVariant(VariantType type) {
        return VariantValue.class;
    }

    @Override
    public Class<?> visitEnum(EnumType type) {
        return String.class;
    }

    @Override
    public Class<?> visitFlags(FlagsType type) {
        return Set.class;
    }

    @Override
    public Class<?> visitOption(OptionType type) {
        return Optional.class;
    }

    @Override
    public Class<?> visitResult(ResultType type) {
        return ResultValue.class;
    }

    @Override
    public Class<?> visitMap(MapType type) {
        return List.class;
    }

    @Override
    public Class<?> visitOwn(OwnType type) {
        return Object.class;
    }

    @Override
    public Class<?> visitBorrow(BorrowType type) {
        return Object.class;
    }

    @Override
    public Class<?> visitStream(StreamType type) {
        return Object.class;
    }

    @Override
    public Class<?> visitFuture(FutureType type) {
        return Object.class;
    }
}
