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
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Infers the one SQL type of a WIT type, where no signature was written. */
final class Inference implements WitTypeVisitor<SqlType> {
    static final Inference INSTANCE = new Inference();

    /** The field of a variant's row that holds the name of its case. */
    static final String TAG = "TAG";

    private Inference() {}

    static SqlType sqlType(WitType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public SqlType visitPrimitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> SqlType.of(SqlKind.BOOLEAN);
            case S8 -> SqlType.of(SqlKind.TINYINT);
            case U8, S16 -> SqlType.of(SqlKind.SMALLINT);
            case U16, S32 -> SqlType.of(SqlKind.INTEGER);
            case U32, S64 -> SqlType.of(SqlKind.BIGINT);
            case U64 -> new SqlType.Simple(SqlKind.DECIMAL, OptionalInt.of(20), OptionalInt.of(0));
            case F32 -> SqlType.of(SqlKind.REAL);
            case F64 -> SqlType.of(SqlKind.DOUBLE);
            case CHAR -> new SqlType.Simple(SqlKind.CHAR, OptionalInt.of(1), OptionalInt.empty());
            case STRING -> SqlType.of(SqlKind.VARCHAR);
        };
    }

    @Override
    public SqlType visitList(ListType type) {
        return type.element() == PrimitiveType.U8
                ? SqlType.of(SqlKind.VARBINARY)
                : new SqlType.Array(sqlType(type.element()));
    }

    @Override
    public SqlType visitRecord(RecordType type) {
        return SqlRecords.inferred(type)
                .orElseGet(() -> new SqlType.Row(type.fields().stream()
                        .map(field -> new SqlType.Field(SqlNames.of(field.name()), sqlType(field.type())))
                        .toList()));
    }

    @Override
    public SqlType visitTuple(TupleType type) {
        List<SqlType.Field> fields = new ArrayList<>();
        for (WitType element : type.elements()) {
            fields.add(new SqlType.Field("C" + (fields.size() + 1), sqlType(element)));
        }
        return new SqlType.Row(fields);
    }

    @Override
    public SqlType visitVariant(VariantType type) {
        List<SqlType.Field> fields = new ArrayList<>();
        fields.add(new SqlType.Field(TAG, SqlType.of(SqlKind.VARCHAR)));
        for (VariantType.Case item : type.cases()) {
            item.payload()
                    .ifPresent(payload -> fields.add(new SqlType.Field(SqlNames.of(item.name()), sqlType(payload))));
        }
        return new SqlType.Row(fields);
    }

    @Override
    public SqlType visitEnum(EnumType type) {
        return SqlType.of(SqlKind.VARCHAR);
    }

    @Override
    public SqlType visitFlags(FlagsType type) {
        return new SqlType.Array(SqlType.of(SqlKind.VARCHAR));
    }

    @Override
    public SqlType visitOption(OptionType type) {
        if (type.element() instanceof OptionType) {
            throw unmapped(type, "SQL has one NULL; flatten the nested option or use a variant");
        }
        return sqlType(type.element());
    }

    @Override
    public SqlType visitResult(ResultType type) {
        return type.ok().map(Inference::sqlType).orElse(SqlType.of(SqlKind.BOOLEAN));
    }

    @Override
    public SqlType visitMap(MapType type) {
        return new SqlType.Array(new SqlType.Row(
                List.of(new SqlType.Field("K", sqlType(type.key())), new SqlType.Field("V", sqlType(type.value())))));
    }

    @Override
    public SqlType visitOwn(OwnType type) {
        throw unmapped(type, "resources serve aggregates and cursors, not scalar functions");
    }

    @Override
    public SqlType visitBorrow(BorrowType type) {
        throw unmapped(type, "resources serve aggregates and cursors, not scalar functions");
    }

    @Override
    public SqlType visitStream(StreamType type) {
        throw unmapped(type, "asynchronous types are not run; use a list");
    }

    @Override
    public SqlType visitFuture(FutureType type) {
        throw unmapped(type, "asynchronous types are not run; use a plain value");
    }

    private static FunctionException unmapped(WitType type, String advice) {
        return new FunctionException(
                FunctionErrorCode.UNMAPPED_TYPE, "WIT type '" + type + "' has no SQL type: " + advice);
    }
}
