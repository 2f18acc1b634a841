package dev.nacre.engine.abi;

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
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the codecs of one string encoding, each type's once: a type that is used in many places is one object in a
 * validated component, and comparing types by content could take for ever. Mutable, used by one thread while planning.
 */
final class CodecFactory implements WitTypeVisitor<Codec> {
    private final TextEncoding text;
    private final Map<WitType, Codec> made = new IdentityHashMap<>();
    private final Map<PrimitiveType, ScalarCodec> scalars = new EnumMap<>(PrimitiveType.class);

    CodecFactory(StringEncoding encoding) {
        this.text = encoding.text();
        for (ScalarCodec codec : List.of(
                new BoolCodec(),
                new S8Codec(),
                new U8Codec(),
                new S16Codec(),
                new U16Codec(),
                new S32Codec(),
                new U32Codec(),
                new S64Codec(),
                new U64Codec(),
                new F32Codec(),
                new F64Codec(),
                new CharCodec())) {
            scalars.put(codec.type(), codec);
        }
    }

    /** Returns the codec of a type. */
    Codec codec(WitType type) {
        Codec known = made.get(type);
        if (known != null) {
            return known;
        }
        Codec codec = type.accept(this);
        made.put(type, codec);
        return codec;
    }

    private Optional<Codec> codec(Optional<WitType> type) {
        return type.map(this::codec);
    }

    @Override
    public Codec visitPrimitive(PrimitiveType type) {
        ScalarCodec scalar = scalars.get(type);
        return scalar == null ? new StringCodec(text) : scalar;
    }

    @Override
    public Codec visitList(ListType type) {
        if (type.element() == PrimitiveType.U8) {
            return new BytesCodec();
        }
        Codec element = codec(type.element());
        return element instanceof ScalarCodec scalar && scalar.everyPatternValid()
                ? new PackedListCodec(scalar)
                : new ListCodec(element);
    }

    @Override
    public Codec visitRecord(RecordType type) {
        List<String> labels = type.fields().stream()
                .map(field -> "field '" + field.name() + "'")
                .toList();
        return record(
                "record",
                labels,
                type.fields().stream().map(RecordType.Field::type).toList());
    }

    @Override
    public Codec visitTuple(TupleType type) {
        return tuple("tuple", type.elements());
    }

    @Override
    public Codec visitMap(MapType type) {
        return new ListCodec(tuple("map entry", List.of(type.key(), type.value())));
    }

    private Codec tuple(String typeName, List<WitType> elements) {
        List<String> labels =
                IntStream.range(0, elements.size()).mapToObj(i -> "field " + i).toList();
        return record(typeName, labels, elements);
    }

    private Codec record(String typeName, List<String> labels, List<WitType> types) {
        return new RecordCodec(
                typeName, new Fields(labels, types.stream().map(this::codec).toList()));
    }

    @Override
    public Codec visitVariant(VariantType type) {
        return new VariantCodec(
                type.cases().stream().map(VariantType.Case::name).toList(),
                type.cases().stream().map(item -> codec(item.payload())).toList());
    }

    @Override
    public Codec visitEnum(EnumType type) {
        return new EnumCodec(type.names());
    }

    @Override
    public Codec visitFlags(FlagsType type) {
        return new FlagsCodec(type.names());
    }

    @Override
    public Codec visitOption(OptionType type) {
        return new OptionCodec(codec(type.element()));
    }

    @Override
    public Codec visitResult(ResultType type) {
        return new ResultCodec(codec(type.ok()), codec(type.error()));
    }

    @Override
    public Codec visitOwn(OwnType type) {
        return new OwnCodec(type);
    }

    @Override
    public Codec visitBorrow(BorrowType type) {
        return new BorrowCodec(type);
    }

    @Override
    public Codec visitStream(StreamType type) {
        return new PendingCodec("stream");
    }

    @Override
    public Codec visitFuture(FutureType type) {
        return new PendingCodec("future");
    }
}
