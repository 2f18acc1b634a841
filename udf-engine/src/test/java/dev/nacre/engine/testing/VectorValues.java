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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a value of vectors, in the Java form of its type. */
public final class VectorValues implements WitTypeVisitor<Object> {
    private final Expression text;

    private VectorValues(Expression text) {
        this.text = text;
    }

    public static Object value(WitType type, Expression text) {
        return type.accept(new VectorValues(text));
    }

    /** Returns the bytes of a word of hexadecimal digits behind an {@code x}. */
    public static byte[] bytes(Expression text) {
        return HexFormat.of().parseHex(text.word().substring(1));
    }

    public static String string(Expression text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }

    @Override
    public Object visitPrimitive(PrimitiveType type) {
        String word = text.word();
        return switch (type) {
            case BOOL -> Boolean.parseBoolean(word);
            case S8 -> (byte) Integer.parseInt(word);
            case U8, S16 -> (short) Integer.parseInt(word);
            case U16, S32, CHAR -> Integer.parseInt(word);
            case U32, S64 -> Long.parseLong(word);
            case U64 -> Long.parseUnsignedLong(word);
            case F32 -> Float.intBitsToFloat(Integer.parseUnsignedInt(word, 16));
            case F64 -> Double.longBitsToDouble(Long.parseUnsignedLong(word, 16));
            case STRING -> string(text);
        };
    }

    @Override
    public Object visitList(ListType type) {
        List<Object> values = new ArrayList<>();
        text.parts().forEach(part -> values.add(value(type.element(), part)));
        return type.element() == PrimitiveType.U8 ? bytes(values) : values;
    }

    private static byte[] bytes(List<Object> values) {
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ((Short) values.get(i)).byteValue();
        }
        return bytes;
    }

    @Override
    public Object visitMap(MapType type) {
        return visitList(new ListType(new TupleType(List.of(type.key(), type.value()))));
    }

    @Override
    public Object visitRecord(RecordType type) {
        return values(type.fields().stream().map(RecordType.Field::type).toList());
    }

    @Override
    public Object visitTuple(TupleType type) {
        return values(type.elements());
    }

    private List<Object> values(List<WitType> types) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            values.add(value(types.get(i), text.parts().get(i)));
        }
        return values;
    }

    private int index() {
        return Integer.parseInt(text.parts().get(0).word());
    }

    private @Nullable Object payload(Optional<WitType> type) {
        return type.map(present -> value(present, text.parts().get(1))).orElse(null);
    }

    @Override
    public Object visitVariant(VariantType type) {
        VariantType.Case item = type.cases().get(index());
        return new VariantValue(item.name(), payload(item.payload()));
    }

    @Override
    public Object visitEnum(EnumType type) {
        return type.names().get(Integer.parseInt(text.word()));
    }

    @Override
    public Object visitFlags(FlagsType type) {
        long bits = Long.parseLong(text.word());
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < type.names().size(); i++) {
            if ((bits >> i & 1) != 0) {
                names.add(type.names().get(i));
            }
        }
        return names;
    }

    @Override
    public Object visitOption(OptionType type) {
        return index() == 0
                ? Optional.empty()
                : Optional.of(value(type.element(), text.parts().get(1)));
    }

    @Override
    public Object visitResult(ResultType type) {
        return index() == 0 ? ResultValue.ok(payload(type.ok())) : ResultValue.error(payload(type.error()));
    }

    @Override
    public Object visitOwn(OwnType type) {
        throw new AssertionError("no handles");
    }

    @Override
    public Object visitBorrow(BorrowType type) {
        throw new AssertionError("no handles");
    }

    @Override
    public Object visitStream(StreamType type) {
        throw new AssertionError("no streams");
    }

    @Override
    public Object visitFuture(FutureType type) {
        throw new AssertionError("no futures");
    }
}
