package dev.nacre.engine.testing;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random values of a type in their Java form, with the numbers that break things more often than chance has them. */
public final class RandomValues implements WitTypeVisitor<Object> {
    private static final int[] CODE_POINTS = {
        0, 'a', 0x7F, 0x80, 0xFF, 0x100, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10FFFF
    };

    private final RandomGenerator random;
    private final Function<WitType, Object> handles;

    public RandomValues(RandomGenerator random) {
        this(random, type -> {
            throw new AssertionError("no random handles");
        });
    }

    /**
     * @param handles makes a value of a handle type
     */
    public RandomValues(RandomGenerator random, Function<WitType, Object> handles) {
        this.random = random;
        this.handles = handles;
    }

    @Override
    public Object visitPrimitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case S8 -> (byte) bits();
            case U8 -> (short) (bits() & 0xFF);
            case S16 -> (short) bits();
            case U16 -> (int) (bits() & 0xFFFF);
            case S32 -> (int) bits();
            case U32 -> bits() & 0xFFFF_FFFFL;
            case S64, U64 -> bits();
            case F32 -> canonical(Float.intBitsToFloat((int) bits()));
            case F64 -> canonical(Double.longBitsToDouble(bits()));
            case CHAR -> codePoint();
            case STRING -> text();
        };
    }

    private static float canonical(float value) {
        return Float.isNaN(value) ? Float.NaN : value;
    }

    private static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    private long bits() {
        long[] edges = {0, 1, -1, Byte.MIN_VALUE, Short.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE};
        return random.nextInt(4) == 0 ? edges[random.nextInt(edges.length)] : random.nextLong();
    }

    private int codePoint() {
        if (random.nextBoolean()) {
            return CODE_POINTS[random.nextInt(CODE_POINTS.length)];
        }
        int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
        return codePoint >= 0xD800 && codePoint <= 0xDFFF ? codePoint - 0x800 : codePoint;
    }

    private String text() {
        boolean ascii = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        for (int i = length(); i > 0; i--) {
            text.appendCodePoint(ascii ? random.nextInt(0x80) : codePoint());
        }
        return text.toString();
    }

    private int length() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(6);
    }

    @Override
    public Object visitList(ListType type) {
        if (type.element() == PrimitiveType.U8) {
            byte[] bytes = new byte[length()];
            random.nextBytes(bytes);
            return bytes;
        }
        return values(Stream.generate(type::element).limit(length()));
    }

    @Override
    public Object visitMap(MapType type) {
        return Stream.generate(
                        () -> List.of(type.key().accept(this), type.value().accept(this)))
                .limit(length())
                .toList();
    }

    @Override
    public Object visitRecord(RecordType type) {
        return values(type.fields().stream().map(RecordType.Field::type));
    }

    @Override
    public Object visitTuple(TupleType type) {
        return values(type.elements().stream());
    }

    private List<Object> values(Stream<WitType> types) {
        return types.map(type -> type.accept(this)).toList();
    }

    @Override
    public Object visitVariant(VariantType type) {
        VariantType.Case item = type.cases().get(random.nextInt(type.cases().size()));
        return new VariantValue(item.name(), payload(item.payload()));
    }

    @Override
    public Object visitEnum(EnumType type) {
        return type.names().get(random.nextInt(type.names().size()));
    }

    @Override
    public Object visitFlags(FlagsType type) {
        Set<String> set = new LinkedHashSet<>(type.names());
        set.removeIf(name -> random.nextBoolean());
        return set;
    }

    @Override
    public Object visitOption(OptionType type) {
        return random.nextBoolean() ? Optional.of(type.element().accept(this)) : Optional.empty();
    }

    @Override
    public Object visitResult(ResultType type) {
        return random.nextBoolean() ? ResultValue.ok(payload(type.ok())) : ResultValue.error(payload(type.error()));
    }

    private @Nullable Object payload(Optional<WitType> type) {
        return type.map(present -> present.accept(this)).orElse(null);
    }

    @Override
    public Object visitOwn(OwnType type) {
        return handles.apply(type);
    }

    @Override
    public Object visitBorrow(BorrowType type) {
        return handles.apply(type);
    }

    @Override
    public Object visitStream(StreamType type) {
        throw new AssertionError("no random streams");
    }

    @Override
    public Object visitFuture(FutureType type) {
        throw new AssertionError("no random futures");
    }
}
