package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code DROP {FUNCTION | AGGREGATE FUNCTION | PROCEDURE} [IF EXISTS] name [(type, ...)]}.
 *
 * @param kind which of the three
 * @param ifExists whether a routine that does not exist is no error
 * @param name the routine's name
 * @param parameterTypes the types that tell an overload apart, or null where no list was written; empty for {@code ()}
 * @param span where the statement stood
 */
public record DropFunction(
        RoutineKind kind,
        boolean ifExists,
        QualifiedName name,
        @Nullable List<TypeExpression> parameterTypes,
        SourceSpan span)
        implements NacreStatement {

    /** Copies the list of types. */
    public DropFunction {
        parameterTypes = parameterTypes == null ? null : List.copyOf(parameterTypes);
    }

    @Override
    public String toSql() {
        StatementText text = new StatementText("DROP").add(kind.words());
        text.addIf(ifExists, "IF EXISTS").add(name);
        return parameterTypes == null
                ? text.toString()
                : text.addList(parameterTypes).toString();
    }
}
