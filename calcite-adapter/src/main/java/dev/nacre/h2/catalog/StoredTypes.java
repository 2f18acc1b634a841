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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads types as the catalog holds them: the text of {@link SqlType#sql()}, and nothing else. */
final class StoredTypes {
    /** Functions have few different types, and every change of the catalog reads those of all functions again. */
    private static final Map<String, SqlType> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 1_000;
    private static final int LONGEST_KNOWN = 1_000;

    private StoredTypes() {}

    /** Returns the type; empty for a text that {@link SqlType#sql()} does not write. */
    static Optional<SqlType> parse(String text) {
        SqlType known = KNOWN.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<SqlType> parsed = parseAnew(text);
        if (text.length() <= LONGEST_KNOWN && KNOWN.size() < MOST_KNOWN) {
            parsed.ifPresent(type -> KNOWN.put(text, type));
        }
        return parsed;
    }

    private static Optional<SqlType> parseAnew(String text) {
        try {
            return returned(NacreParser.parseStatement(
                            "CREATE FUNCTION F() RETURNS " + text + " LANGUAGE WASM AS ''", IdentifierCase.UPPER))
                    .filter(type -> type.sql().equals(text));
        } catch (SyntaxException | SqlLayerException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<SqlType> returned(ParsedStatement statement) {
        if (!(statement instanceof ParsedStatement.Own own) || !(own.statement() instanceof CreateFunction create)) {
            return Optional.empty();
        }
        if (create.returns() instanceof ReturnClause.Table table) {
            return Optional.of(WrittenTypes.table(table.columns()));
        }
        return create.returns() instanceof ReturnClause.Value value
                ? Optional.of(WrittenTypes.of(value.type()))
                : Optional.empty();
    }
}
