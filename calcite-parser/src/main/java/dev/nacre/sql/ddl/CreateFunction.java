package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code CREATE [OR REPLACE] {FUNCTION | AGGREGATE FUNCTION | PROCEDURE} ...}.
 *
 * @param kind which of the three
 * @param orReplace whether an existing routine is replaced
 * @param ifNotExists whether an existing routine is left alone
 * @param name the routine's name
 * @param parameters the parameters, or null where the list was left out and the export decides; empty for {@code ()}
 * @param returns the result, or null where it was left out and the export decides
 * @param language the language; any word is accepted here
 * @param clauses what stands after the language
 * @param span where the statement stood
 */
public record CreateFunction(
        RoutineKind kind,
        boolean orReplace,
        boolean ifNotExists,
        QualifiedName name,
        @Nullable List<Parameter> parameters,
        @Nullable ReturnClause returns,
        Identifier language,
        FunctionClauses clauses,
        SourceSpan span)
        implements NacreStatement {

    /** Copies the list of parameters. */
    public CreateFunction {
        parameters = parameters == null ? null : List.copyOf(parameters);
    }

    @Override
    public String toSql() {
        StatementText text = new StatementText(orReplace ? "CREATE OR REPLACE" : "CREATE").add(kind.words());
        text.addIf(ifNotExists, "IF NOT EXISTS").add(name);
        if (parameters != null) {
            text.addList(parameters);
        }
        text.addIfPresent(returns).add("LANGUAGE").add(language);
        clauses.print(text);
        return text.toString();
    }
}
