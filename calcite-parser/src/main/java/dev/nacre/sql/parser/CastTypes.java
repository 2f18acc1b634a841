package dev.nacre.sql.parser;

import dev.nacre.sql.ddl.Identifier;
import dev.nacre.sql.ddl.NamedType;
import dev.nacre.sql.ddl.ScalarType;
import dev.nacre.sql.ddl.ScalarTypeName;
import dev.nacre.sql.ddl.TypeExpression;
import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Carries a type in a cast from H2's spelling to Calcite's tree. */
final class CastTypes {

    private CastTypes() {}

    /** Returns Calcite's own type where there is one; else a user-defined type that prints as H2's. */
    static SqlTypeNameSpec of(TypeExpression type) {
        SqlParserPos position = position(type.span());
        if (type instanceof ScalarType scalar) {
            return basic(scalar.name())
                    .<SqlTypeNameSpec>map(name -> new SqlBasicTypeNameSpec(
                            name,
                            scalar.precision().orElse(RelDataType.PRECISION_NOT_SPECIFIED),
                            scalar.scale().orElse(RelDataType.SCALE_NOT_SPECIFIED),
                            position))
                    .orElseGet(() -> new H2TypeNameSpec(scalar, position));
        }
        List<String> names = ((NamedType) type)
                .name().parts().stream().map(Identifier::value).toList();
        return new SqlUserDefinedTypeNameSpec(new SqlIdentifier(names, position), position);
    }

    private static Optional<SqlTypeName> basic(ScalarTypeName name) {
        return Optional.ofNullable(
                switch (name) {
                    case BOOLEAN -> SqlTypeName.BOOLEAN;
                    case TINYINT -> SqlTypeName.TINYINT;
                    case SMALLINT -> SqlTypeName.SMALLINT;
                    case INTEGER -> SqlTypeName.INTEGER;
                    case BIGINT -> SqlTypeName.BIGINT;
                    case REAL -> SqlTypeName.REAL;
                    case DOUBLE -> SqlTypeName.DOUBLE;
                    case DECIMAL -> SqlTypeName.DECIMAL;
                    case CHAR -> SqlTypeName.CHAR;
                    case VARCHAR -> SqlTypeName.VARCHAR;
                    case BINARY -> SqlTypeName.BINARY;
                    case VARBINARY -> SqlTypeName.VARBINARY;
                    case DATE -> SqlTypeName.DATE;
                    case TIME -> SqlTypeName.TIME;
                    case TIME_WITH_TIME_ZONE -> SqlTypeName.TIME_TZ;
                    case TIMESTAMP -> SqlTypeName.TIMESTAMP;
                    case TIMESTAMP_WITH_TIME_ZONE -> SqlTypeName.TIMESTAMP_TZ;
                    case UUID -> SqlTypeName.UUID;
                    default -> null;
                });
    }

    private static SqlParserPos position(SourceSpan span) {
        return new SqlParserPos(span.line(), span.column(), span.endLine(), span.endColumn());
    }

    /** Is a type that Calcite does not have, as CLOB or DECFLOAT(20). */
    private static final class H2TypeNameSpec extends SqlUserDefinedTypeNameSpec {

        private final ScalarType type;

        H2TypeNameSpec(ScalarType type, SqlParserPos position) {
            super(type.name().words(), position);
            this.type = type;
        }

        @Override
        public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
            writer.print(type.toSql());
            writer.setNeedWhitespace(true);
        }
    }
}
