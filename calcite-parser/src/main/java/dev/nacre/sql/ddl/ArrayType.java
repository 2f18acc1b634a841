package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.OptionalInt;

/**
 * Is {@code element ARRAY[maximum]}.
 *
 * @param element the type of the elements
 * @param maximumCardinality how many elements there may be, where written
 * @param span where it stood
 */
public record ArrayType(TypeExpression element, OptionalInt maximumCardinality, SourceSpan span)
        implements TypeExpression {

    @Override
    public String toSql() {
        String bound = maximumCardinality.isPresent() ? "[" + maximumCardinality.getAsInt() + "]" : "";
        return element.toSql() + " ARRAY" + bound;
    }
}
