package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.math.BigDecimal;

/** Is a constant in a setting or an option. */
public sealed interface Literal extends SqlFragment permits TextLiteral, Literal.Number, Literal.Truth, Literal.Null {

    /**
     * Is a number, signed or not.
     *
     * @param value the exact value that was written
     * @param span where it stood
     */
    record Number(BigDecimal value, SourceSpan span) implements Literal {
        @Override
        public String toSql() {
            return value.toString();
        }
    }

    /**
     * Is TRUE or FALSE.
     *
     * @param value the truth value
     * @param span where it stood
     */
    record Truth(boolean value, SourceSpan span) implements Literal {
        @Override
        public String toSql() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /**
     * Is NULL: the setting goes back to what it is without this statement.
     *
     * @param span where it stood
     */
    record Null(SourceSpan span) implements Literal {
        @Override
        public String toSql() {
            return "NULL";
        }
    }
}
