package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.WrittenTypes;
import dev.nacre.sql.IdentifierCase;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.ReturnClause;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.Optional;

/** Reads types as the catalog holds them: the text of {@link SqlType#sql()}, and nothing else. */
final class StoredTypes {
    private StoredTypes() {}

    /** Returns the type; empty for a text that {@link SqlType#sql()} does not write. */
    static Optional<SqlType> parse(String text) {
        try {
            return returned(NacreParser.parseStatement(
                            "CREATE FUNCTION F() RETURNS " + text + " LANGUAGE WASM AS ''", IdentifierCase.UPPER))
                    .filter(type -> type.sql().equals(text));
        } catch (SyntaxException | SqlLayerException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<SqlType> returned(ParsedStatement statement) {
        return statement instanceof ParsedStatement.Own own
                        && own.statement() instanceof CreateFunction create
                        && create.returns() instanceof ReturnClause.Value value
                ? Optional.of(WrittenTypes.of(value.type()))
                : Optional.empty();
    }
}
