package dev.nacre.h2;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.adapter.SqlPosition;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import dev.nacre.sql.ddl.ArrayType;
import dev.nacre.sql.ddl.Field;
import dev.nacre.sql.ddl.NamedType;
import dev.nacre.sql.ddl.RowType;
import dev.nacre.sql.ddl.ScalarType;
import dev.nacre.sql.ddl.TableType;
import dev.nacre.sql.ddl.TypeExpression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns types as a statement writes them into types of functions. */
public final class WrittenTypes {
    private WrittenTypes() {}

    /**
     * Returns the type.
     *
     * @throws SqlLayerException with 0A000 and the place, for types that functions do not take
     */
    public static SqlType of(TypeExpression type) {
        if (type instanceof ArrayType array) {
            return new SqlType.Array(of(array.element()));
        }
        if (type instanceof RowType row) {
            return new SqlType.Row(fields(row.fields()));
        }
        if (type instanceof TableType table) {
            return table(table.columns());
        }
        if (type instanceof ScalarType scalar) {
            return new SqlType.Simple(
                    kind(scalar).orElseThrow(() -> unsupported(type)), scalar.precision(), scalar.scale());
        }
        throw type instanceof NamedType ? unknown(type) : unsupported(type);
    }

    /**
     * Returns the type of rows with these columns.
     *
     * @throws SqlLayerException with 42P13 and the place for a name that stands there twice, and as {@link #of} throws it
     */
    public static SqlType.Table table(List<Field> columns) {
        return new SqlType.Table(fields(columns));
    }

    private static List<SqlType.Field> fields(List<Field> written) {
        Set<String> names = new HashSet<>();
        for (Field field : written) {
            if (!names.add(field.name().value())) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.BAD_DEFINITION,
                        "column " + field.name().toSql() + " stands there twice; give each another name",
                        new SqlPosition(
                                field.name().span().line(), field.name().span().column()));
            }
        }
        return written.stream().map(WrittenTypes::field).toList();
    }

    private static SqlType.Field field(Field field) {
        return new SqlType.Field(field.name().value(), of(field.type()));
    }

    private static Optional<SqlKind> kind(ScalarType type) {
        return List.of(SqlKind.values()).stream()
                .filter(kind -> kind.name().equals(type.name().name()))
                .findFirst();
    }

    private static SqlLayerException unsupported(TypeExpression type) {
        return new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                "type " + type.toSql() + ": functions do not take it; cast to VARCHAR or VARBINARY",
                position(type));
    }

    private static SqlLayerException unknown(TypeExpression type) {
        return new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                "type " + type.toSql() + ": expected a predefined type, ARRAY or ROW; write the domain's own type",
                position(type));
    }

    private static SqlPosition position(TypeExpression type) {
        return new SqlPosition(type.span().line(), type.span().column());
    }
}
