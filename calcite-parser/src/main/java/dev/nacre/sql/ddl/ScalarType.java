package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.OptionalInt;

/**
 * Is a type without parts.
 *
 * @param name which type it is; the spellings of one type are one name
 * @param precision the first number in parentheses, where written: a length, a precision, digits of a fraction
 * @param scale the second number in parentheses, where written; for intervals the digits of the seconds' fraction
 * @param span where it stood
 */
public record ScalarType(ScalarTypeName name, OptionalInt precision, OptionalInt scale, SourceSpan span)
        implements TypeExpression {

    @Override
    public String toSql() {
        return name.toSql(precision, scale);
    }
}
