package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code REVOKE EXECUTE ON FUNCTION name [(type, ...)] FROM user}.
 *
 * @param function the function's name
 * @param parameterTypes the types that tell an overload apart, or null where no list was written; empty for {@code ()}
 * @param grantee who may no longer call it: a user, a role or PUBLIC
 * @param span where the statement stood
 */
public record RevokeExecute(
        QualifiedName function, @Nullable List<TypeExpression> parameterTypes, Identifier grantee, SourceSpan span)
        implements NacreStatement {

    /** Copies the list of types. */
    public RevokeExecute {
        parameterTypes = parameterTypes == null ? null : List.copyOf(parameterTypes);
    }

    @Override
    public String toSql() {
        StatementText text = new StatementText("REVOKE EXECUTE ON FUNCTION").add(function);
        if (parameterTypes != null) {
            text.addList(parameterTypes);
        }
        return text.add("FROM").add(grantee).toString();
    }
}
