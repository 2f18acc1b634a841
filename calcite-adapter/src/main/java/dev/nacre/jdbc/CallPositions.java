package dev.nacre.jdbc;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import dev.nacre.h2.alias.AliasName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
    private final Brackets brackets;
    private final int query;

    CallPositions(List<SqlToken> tokens, FunctionCatalog catalog, List<String> schemas) {
        this.tokens = tokens;
        this.catalog = catalog;
        this.schemas = schemas;
        this.brackets = new Brackets(tokens);
        this.query = (int) tokens.stream()
                .takeWhile(token -> !(token.isWord("SELECT") || token.isWord("FROM") || token.isWord("WITH")))
                .count();
    }

    /**
     * A call in the tokens of a statement.
     *
     * @param first the token with which the function's name begins, its schema if there is one
     * @param open the token of the parenthesis behind the name
     * @param close the token of the parenthesis that closes the call, or behind the last token
     * @param arguments how many there are
     */
    record Call(FunctionName function, int first, int open, int close, int arguments) {}

    /** Returns the first function that is called. */
    Optional<FunctionName> first() {
        return IntStream.range(0, tokens.size() - 1)
                .mapToObj(this::calledAt)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns all calls in the order of their names. */
    List<Call> all() {
        List<Call> calls = new ArrayList<>();
        for (int at = 0; at < tokens.size() - 1; at++) {
            int name = at;
            calledAt(at).ifPresent(function -> calls.add(call(function, name)));
        }
        return calls;
    }

    /** Returns the calls of aliases by the names that they have inside H2. */
    static List<Call> ofAliases(List<SqlToken> tokens) {
        List<Call> calls = new ArrayList<>();
        for (int at = 0; at + 3 < tokens.size(); at++) {
            boolean isAlias = tokens.get(at).isName()
                    && tokens.get(at).text().equalsIgnoreCase(AliasName.SCHEMA)
                    && tokens.get(at + 1).isSymbol('.')
                    && tokens.get(at + 3).isSymbol('(');
            if (isAlias) {
                FunctionName name =
                        new FunctionName(AliasName.SCHEMA, tokens.get(at + 2).text());
                calls.add(new Call(name, at, at + 3, tokens.size(), 0));
            }
        }
        return calls;
    }

    private Optional<FunctionName> calledAt(int at) {
        return tokens.get(at).isName()
                        && tokens.get(at + 1).isSymbol('(')
                        && catalog.hasSimpleName(tokens.get(at).text())
                ? called(at)
                : Optional.empty();
    }

    private Call call(FunctionName function, int name) {
        int open = name + 1;
        return new Call(
                function, isQualified(name) ? name - 2 : name, open, brackets.closing(open), brackets.items(open));
    }

    private boolean isQualified(int at) {
        return at >= 2 && tokens.get(at - 1).isSymbol('.') && tokens.get(at - 2).isName();
    }

    private Optional<FunctionName> called(int at) {
        String name = tokens.get(at).text();
        if (isQualified(at)) {
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
        if (at > 0 && isTableContext(tokens.get(at - 1)) && !isGenerated(at)) {
            return true;
        }
        int close = brackets.closing(at + 1);
        return close + 2 < tokens.size()
                && tokens.get(close + 1).isWord("AS")
                && tokens.get(close + 2).isSymbol('(');
    }

    /** In the definition of a table AS begins a generated column, unless a query came before. */
    private boolean isGenerated(int at) {
        boolean isDefinition = tokens.get(0).isWord("CREATE") || tokens.get(0).isWord("ALTER");
        return isDefinition && tokens.get(at - 1).isWord("AS") && query >= at;
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
                        "UPDATE",
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
}
