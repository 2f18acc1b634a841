package dev.nacre.functions.mapping;

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
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the codec for a pair of types; empty where a value of the one cannot be a value of the other. */
final class Codecs implements WitTypeVisitor<Optional<ValueCodec>> {
    private final SqlType sql;

    private Codecs(SqlType sql) {
        this.sql = sql;
    }

    static Optional<ValueCodec> find(SqlType sql, WitType wit) {
        return wit.accept(new Codecs(sql));
    }

    @Override
    public Optional<ValueCodec> visitPrimitive(PrimitiveType type) {
        return sql instanceof SqlType.Simple simple ? PrimitiveCodecs.find(simple, type) : Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitList(ListType type) {
        if (type.element() == PrimitiveType.U8 && sql instanceof SqlType.Simple simple) {
            return switch (simple.kind()) {
                case BINARY, VARBINARY, BLOB -> Optional.of(ValueCodec.IDENTITY);
                case UUID -> Optional.of(UuidCodecs.BYTES);
                default -> Optional.empty();
            };
        }
        if (!(sql instanceof SqlType.Array array)) {
            return Optional.empty();
        }
        Optional<ValueCodec> element = find(array.element(), type.element());
        return type.element() == PrimitiveType.U8 ? element.map(ByteListCodec::new) : element.map(ListCodec::new);
    }

    @Override
    public Optional<ValueCodec> visitRecord(RecordType type) {
        if (sql instanceof SqlType.Simple simple) {
            return RecordCodecs.find(simple, type);
        }
        if (!(sql instanceof SqlType.Row row)
                || row.fields().size() != type.fields().size()) {
            return Optional.empty();
        }
        List<ValueCodec> codecs = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (RecordType.Field field : type.fields()) {
            int position = position(row, field.name());
            Optional<ValueCodec> codec = position < 0
                    ? Optional.empty()
                    : find(row.fields().get(position).type(), field.type());
            if (codec.isEmpty() || positions.contains(position)) {
                return Optional.empty();
            }
            codecs.add(codec.get());
            positions.add(position);
        }
        return Optional.of(new RowCodec(codecs, positions));
    }

    private static int position(SqlType.Row row, String name) {
        for (int position = 0; position < row.fields().size(); position++) {
            if (SqlNames.match(row.fields().get(position).name(), name)) {
                return position;
            }
        }
        return -1;
    }

    @Override
    public Optional<ValueCodec> visitTuple(TupleType type) {
        if (sql instanceof SqlType.Simple simple) {
            return simple.kind() == SqlKind.UUID && type.equals(UuidCodecs.PAIR_TYPE)
                    ? Optional.of(UuidCodecs.PAIR)
                    : Optional.empty();
        }
        return byPosition(type.elements());
    }

    private Optional<ValueCodec> byPosition(List<WitType> elements) {
        if (!(sql instanceof SqlType.Row row) || row.fields().size() != elements.size()) {
            return Optional.empty();
        }
        List<ValueCodec> codecs = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < elements.size(); position++) {
            Optional<ValueCodec> codec = find(row.fields().get(position).type(), elements.get(position));
            if (codec.isEmpty()) {
                return Optional.empty();
            }
            codecs.add(codec.get());
            positions.add(position);
        }
        return Optional.of(new RowCodec(codecs, positions));
    }

    @Override
    public Optional<ValueCodec> visitVariant(VariantType type) {
        return sql instanceof SqlType.Row row ? VariantCodec.find(row, type) : Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitEnum(EnumType type) {
        return isText(sql) ? Optional.of(PaddedCodec.of(sql, new EnumCodec(type.names()))) : Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitFlags(FlagsType type) {
        return sql instanceof SqlType.Array array && isVarchar(array.element())
                ? Optional.of(new FlagsCodec(type.names()))
                : Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitOption(OptionType type) {
        return type.element() instanceof OptionType
                ? Optional.empty()
                : find(sql, type.element()).map(OptionCodec::new);
    }

    @Override
    public Optional<ValueCodec> visitResult(ResultType type) {
        if (type.ok().isPresent()) {
            return find(sql, type.ok().get()).map(ResultCodec::new);
        }
        return sql instanceof SqlType.Simple simple && simple.kind() == SqlKind.BOOLEAN
                ? Optional.of(ResultCodec.WITHOUT_VALUE)
                : Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitMap(MapType type) {
        return visitList(new ListType(new TupleType(List.of(type.key(), type.value()))));
    }

    @Override
    public Optional<ValueCodec> visitOwn(OwnType type) {
        return Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitBorrow(BorrowType type) {
        return Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitStream(StreamType type) {
        return Optional.empty();
    }

    @Override
    public Optional<ValueCodec> visitFuture(FutureType type) {
        return Optional.empty();
    }

    static boolean isVarchar(SqlType type) {
        return type instanceof SqlType.Simple simple && simple.kind() == SqlKind.VARCHAR;
    }

    static boolean isText(SqlType type) {
        return type instanceof SqlType.Simple simple
                && (simple.kind() == SqlKind.VARCHAR || simple.kind() == SqlKind.CHAR);
    }
}
