package dev.nacre.sql.parser;

import static dev.nacre.sql.parser.GeneratedParserConstants.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parser forms of SELECT that H2 has and Calcite's grammar has not, as the nearest that it has: {@code FETCH FIRST
 * ROW ONLY} with a 1, {@code PERCENT} and {@code WITH TIES} left out, {@code FOR UPDATE} left out, a table where a WHERE has
 * none, a type that it knows in a CAST to one that it does not, a query of its rows for {@code TABLE(f(...))} as an argument.
 * Positions stay those of the text, in which whoever plans the query finds what was meant.
 */
public final class SelectTokens extends TokenSource {
    private static final Set<Integer> QUOTED_NAMES =
            Set.of(QUOTED_IDENTIFIER, BACK_QUOTED_IDENTIFIER, UNICODE_QUOTED_IDENTIFIER);

    /** Words before a bracket that has no arguments of a call. */
    private static final Set<Integer> BEFORE_QUERIES = Set.of(
            ALL, AND, ANY, AS, BETWEEN, BY, CASE, CURSOR, DISTINCT, ELSE, EXCEPT, EXISTS, FROM, HAVING, IN, INTERSECT,
            INTO, JOIN, LATERAL, LIKE, MINUS, NOT, OFFSET, ON, OR, OVER, SELECT, SET_MINUS, SOME, TABLE, THEN, UNION,
            UNIQUE, USING, VALUES, WHEN, WHERE, WITH);

    private final Deque<Token> waiting = new ArrayDeque<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();

    private boolean inFetch;
    /** Whether one more bracket closes with the one that opens next. */
    private boolean isDouble;

    private int previous = EOF;
    private @Nullable Token last;

    /** What is known of an open bracket. */
    private static final class Bracket {
        /** Whether a SELECT in it waits for its FROM. */
        private boolean withoutFrom;
        /** Whether it has the arguments of a call. */
        private boolean arguments;
        /** Whether one more bracket closes with it. */
        private final boolean isDouble;
        /** Whether the argument that is read is {@code TABLE ...}. */
        private boolean rows;

        /** Whether it is that of a CAST. */
        private final boolean isCast;

        Bracket(boolean arguments, boolean isDouble, boolean isCast) {
            this.arguments = arguments;
            this.isDouble = isDouble;
            this.isCast = isCast;
        }
    }

    /**
     * Creates a source of tokens.
     *
     * @param text the text, which {@link StatementScanner} has prepared
     */
    public SelectTokens(String text) {
        super(text);
        brackets.push(new Bracket(false, false, false));
    }

    @Override
    public Token getNextToken() {
        Token token = shaped(next());
        previous = token.kind;
        last = token;
        return token;
    }

    private Token next() {
        return waiting.isEmpty() ? super.getNextToken() : waiting.pop();
    }

    private Token peek() {
        return peek(0);
    }

    /** Returns a token that was not taken yet; 0 is the next. */
    private Token peek(int distance) {
        Token token = next();
        Token found = distance == 0 ? token : peek(distance - 1);
        waiting.push(token);
        return found;
    }

    private Token shaped(Token token) {
        switch (token.kind) {
            case LPAREN:
                brackets.push(new Bracket(isName(last), isDouble, previous == CAST));
                isDouble = false;
                return token;
            case RPAREN:
                return closed(token);
            case AS:
                return brackets.peek().isCast ? type(token) : token;
            case COMMA, PARTITION:
                brackets.peek().rows = false;
                return token;
            case TABLE:
                return brackets.peek().arguments && (previous == LPAREN || previous == COMMA) ? rows(token) : token;
            case ORDER:
                return brackets.peek().rows ? withPartition(token) : token;
            case SELECT:
                inFetch = false;
                return waitsForFrom(true, token);
            case FROM:
                return previous == DISTINCT ? token : waitsForFrom(false, token);
            case WHERE, HAVING, QUALIFY:
                return whole(token);
            case GROUP:
                return peek().kind == BY ? whole(token) : token;
            case FETCH:
                inFetch = true;
                return token;
            case ROW, ROWS, PERCENT, WITH, ONLY:
                return inFetch ? fetch(token) : token;
            case FOR:
                return brackets.size() == 1 && peek().kind == UPDATE ? withoutLock(token) : token;
            default:
                return token;
        }
    }

    private Token waitsForFrom(boolean waits, Token token) {
        Bracket bracket = brackets.peek();
        bracket.withoutFrom = waits;
        bracket.arguments = false;
        return token;
    }

    private Token closed(Token token) {
        if (brackets.size() > 1 && brackets.pop().isDouble) {
            waiting.push(like(token, RPAREN, ")"));
        }
        return token;
    }

    private static boolean isName(@Nullable Token token) {
        if (token == null) {
            return false;
        }
        return Character.isJavaIdentifierStart(token.image.isEmpty() ? ' ' : token.image.charAt(0))
                ? !BEFORE_QUERIES.contains(token.kind)
                : QUOTED_NAMES.contains(token.kind);
    }

    /**
     * ORDER BY behind an argument that is rows would take the arguments behind it for keys. Behind PARTITION BY it does not; the
     * key ORDER, without quotes, is one that nobody can have written.
     */
    private Token withPartition(Token order) {
        brackets.peek().rows = false;
        waiting.push(order);
        waiting.push(like(order, IDENTIFIER, "ORDER"));
        waiting.push(like(order, BY, "BY"));
        return like(order, PARTITION, "PARTITION");
    }

    /** {@code TABLE(SELECT ...)} is {@code (SELECT ...)} in Calcite's grammar, and {@code TABLE(t)} is {@code TABLE t}. */
    private Token rows(Token table) {
        brackets.peek().rows = true;
        if (peek().kind != LPAREN) {
            return table;
        }
        int first = peek(1).kind;
        if (first == SELECT || first == WITH || first == VALUES || first == LPAREN || first == TABLE) {
            return shaped(next());
        }
        int behindName = peek(2).kind == DOT ? 4 : 2;
        return peek(behindName).kind == LPAREN ? rowsOf(table) : ofName(table, behindName);
    }

    /** A call gets a SELECT around it, since the grammar takes PARTITION BY and ORDER BY behind a query alone. */
    private Token rowsOf(Token table) {
        waiting.push(like(table, TABLE, "TABLE"));
        waiting.push(like(table, FROM, "FROM"));
        waiting.push(like(table, STAR, "*"));
        waiting.push(like(table, SELECT, "SELECT"));
        isDouble = true;
        brackets.push(new Bracket(false, false, false));
        return like(table, LPAREN, "(");
    }

    /** Leaves the brackets around a name out. */
    private Token ofName(Token table, int length) {
        if (peek(length).kind != RPAREN) {
            return table;
        }
        next();
        Deque<Token> name = new ArrayDeque<>();
        for (int part = 1; part < length; part++) {
            name.push(next());
        }
        next();
        name.forEach(waiting::push);
        return table;
    }

    /** H2's table DUAL has one row, as no table at all has. */
    private Token whole(Token token) {
        if (!brackets.peek().withoutFrom) {
            return token;
        }
        waitsForFrom(false, token);
        waiting.push(token);
        waiting.push(like(token, IDENTIFIER, "DUAL"));
        return like(token, FROM, "FROM");
    }

    /** Looks at the type behind AS. */
    private Token type(Token as) {
        Deque<Token> type = new ArrayDeque<>();
        boolean isKnown = true;
        Token token = next();
        for (int depth = 0; token.kind != EOF && (token.kind != RPAREN || depth > 0); token = next()) {
            depth += token.kind == LPAREN ? 1 : token.kind == RPAREN ? -1 : 0;
            isKnown &= !isUnknown(token, type.peek());
            type.push(token);
        }
        waiting.push(token);
        if (isKnown) {
            type.forEach(waiting::push);
        } else {
            Token first = like(type.getLast(), VARCHAR, "VARCHAR");
            first.endLine = type.peek().endLine;
            first.endColumn = type.peek().endColumn;
            waiting.push(first);
        }
        return as;
    }

    /** Calcite has no ENUM and no GEOMETRY with parts, and in a ROW no INTERVAL. */
    private static boolean isUnknown(Token token, @Nullable Token before) {
        if (before == null) {
            return false;
        }
        boolean hasParts = token.kind == LPAREN
                && (before.image.equalsIgnoreCase("ENUM") || before.image.equalsIgnoreCase("GEOMETRY"));
        return hasParts || token.kind == INTERVAL;
    }

    private Token fetch(Token token) {
        switch (token.kind) {
            case ROW, ROWS:
                if (previous != FIRST && previous != NEXT) {
                    return token;
                }
                waiting.push(token);
                return like(token, UNSIGNED_INTEGER_LITERAL, "1");
            case PERCENT:
                return percent(token);
            case WITH:
                inFetch = false;
                if (peek().image.equalsIgnoreCase("TIES")) {
                    next();
                    return like(token, ONLY, "ONLY");
                }
                return token;
            default:
                inFetch = false;
                return token;
        }
    }

    private Token percent(Token percent) {
        boolean unit = peek().kind == ROW || peek().kind == ROWS;
        if (!unit) {
            return percent;
        }
        return previous == FIRST || previous == NEXT ? like(percent, UNSIGNED_INTEGER_LITERAL, "1") : shaped(next());
    }

    /** Leaves out everything up to the end: FOR UPDATE comes last. */
    private Token withoutLock(Token token) {
        Token end = token;
        while (end.kind != EOF && end.kind != SEMICOLON) {
            end = next();
        }
        return end;
    }

    private static Token like(Token token, int kind, String image) {
        Token made = Token.newToken(kind);
        made.kind = kind;
        made.image = image;
        made.beginLine = token.beginLine;
        made.beginColumn = token.beginColumn;
        made.endLine = token.endLine;
        made.endColumn = token.endColumn;
        return made;
    }
}
