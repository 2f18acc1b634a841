package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code GRANT EXECUTE ON {FUNCTION | AGGREGATE FUNCTION | PROCEDURE} name [(type, ...)] TO grantee}, or REVOKE and FROM.
 *
 * @param verb which of the two
 * @param kind what is executed
 * @param function its name
 * @param parameterTypes the types that tell an overload apart, or null where no list was written; empty for {@code ()}
 * @param grantee who may call it from now on, or no longer: a user, a role or PUBLIC
 * @param span where the statement stood
 */
public record FunctionRights(
        RightsVerb verb,
        RoutineKind kind,
        QualifiedName function,
        @Nullable List<TypeExpression> parameterTypes,
        Identifier grantee,
        SourceSpan span)
        implements NacreStatement {

    /** Copies the list of types. */
    public FunctionRights {
        parameterTypes = parameterTypes == null ? null : List.copyOf(parameterTypes);
    }

    @Override
    public String toSql() {
        StatementText text =
                new StatementText(verb + " EXECUTE ON").add(kind.words()).add(function);
        if (parameterTypes != null) {
            text.addList(parameterTypes);
        }
        return text.add(verb.preposition()).add(grantee).toString();
    }
}
