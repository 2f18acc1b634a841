package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code GRANT EXECUTE ON FUNCTION name [(type, ...)] TO user}.
 *
 * @param function the function's name
 * @param parameterTypes the types that tell an overload apart, or null where no list was written; empty for {@code ()}
 * @param grantee who may call it from now on: a user, a role or PUBLIC
 * @param span where the statement stood
 */
public record GrantExecute(
        QualifiedName function, @Nullable List<TypeExpression> parameterTypes, Identifier grantee, SourceSpan span)
        implements NacreStatement {

    /** Copies the list of types. */
    public GrantExecute {
        parameterTypes = parameterTypes == null ? null : List.copyOf(parameterTypes);
    }

    @Override
    public String toSql() {
        StatementText text = new StatementText("GRANT EXECUTE ON FUNCTION").add(function);
        if (parameterTypes != null) {
            text.addList(parameterTypes);
        }
        return text.add("TO").add(grantee).toString();
    }
}
