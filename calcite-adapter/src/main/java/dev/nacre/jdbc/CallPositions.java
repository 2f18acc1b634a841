package dev.nacre.jdbc;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.h2.util.ParserUtil;

/**
 * Finds calls of registered functions among the tokens of a statement. A name counts only where a call can stand: before
 * a parenthesis, and not as a table, an alias or a common table expression with a list of columns.
 */
final class CallPositions {
    /** Words after which a name and a parenthesis are a table or an index with columns. */
    private static final Set<String> BEFORE_TABLES =
            Set.of("INTO", "TABLE", "EXISTS", "REFERENCES", "WITH", "RECURSIVE", "AS", "VIEW", "INDEX");

    private final List<SqlToken> tokens;
    private final FunctionCatalog catalog;
    private final List<String> schemas;

    CallPositions(List<SqlToken> tokens, FunctionCatalog catalog, List<String> schemas) {
        this.tokens = tokens;
        this.catalog = catalog;
        this.schemas = schemas;
    }

    /** Returns the first function that is called. */
    Optional<FunctionName> first() {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).isName()
                    && tokens.get(at + 1).isSymbol('(')
                    && catalog.hasSimpleName(tokens.get(at).text())) {
                Optional<FunctionName> called = called(at);
                if (called.isPresent()) {
                    return called;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<FunctionName> called(int at) {
        String name = tokens.get(at).text();
        if (at >= 2 && tokens.get(at - 1).isSymbol('.') && tokens.get(at - 2).isName()) {
            return registered(List.of(tokens.get(at - 2).text()), name);
        }
        return isTable(at) ? Optional.empty() : registered(schemas, name);
    }

    private Optional<FunctionName> registered(List<String> candidates, String name) {
        return candidates.stream()
                .map(schema -> new FunctionName(schema, name))
                .filter(full -> !catalog.overloads(full).isEmpty())
                .findFirst();
    }

    private boolean isTable(int at) {
        if (at > 0 && isTableContext(tokens.get(at - 1))) {
            return true;
        }
        int close = closing(at + 1);
        return close + 2 < tokens.size()
                && tokens.get(close + 1).isWord("AS")
                && tokens.get(close + 2).isSymbol('(');
    }

    private static boolean isTableContext(SqlToken before) {
        return switch (before.kind()) {
            case NAME -> {
                String word = before.text().toUpperCase(Locale.ROOT);
                yield BEFORE_TABLES.contains(word) || (!ParserUtil.isKeyword(word, false) && !isOperatorWord(word));
            }
            case QUOTED_NAME -> true;
            case SYMBOL -> before.isSymbol(')');
            case LITERAL -> false;
        };
    }

    /** Words before an operand that H2 does not reserve. */
    private static boolean isOperatorWord(String word) {
        return Set.of(
                        "BY",
                        "THEN",
                        "ELSE",
                        "CALL",
                        "EXPLAIN",
                        "FOR",
                        "ANALYZE",
                        "PLAN",
                        "REGEXP",
                        "ESCAPE",
                        "FILTER",
                        "OVER",
                        "RETURN",
                        "ROWS",
                        "RANGE",
                        "SET",
                        "SELECT",
                        "DISTINCT",
                        "ALL",
                        "OFFSET",
                        "LIMIT",
                        "FETCH",
                        "FIRST",
                        "NEXT",
                        "IN",
                        "ANY",
                        "SOME",
                        "LIKE",
                        "ILIKE",
                        "XOR",
                        "MOD",
                        "DIV")
                .contains(word);
    }

    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (tokens.get(at).isSymbol('(')) {
                depth++;
            } else if (tokens.get(at).isSymbol(')') && --depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }
}
