package dev.nacre.sql.parser;

import static dev.nacre.sql.parser.GeneratedParserConstants.*;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parser forms of SELECT that H2 has and Calcite's grammar has not, as the nearest that it has: {@code FETCH FIRST
 * ROW ONLY} with a 1, {@code PERCENT} and {@code WITH TIES} left out, {@code FOR UPDATE} left out, a table where a WHERE has
 * none, a type that it knows in a CAST to one that it does not. Positions stay those of the text, in which whoever plans the query finds what was meant.
 */
public final class SelectTokens extends TokenSource {
    private final Deque<Token> waiting = new ArrayDeque<>();
    /** For each open bracket whether a SELECT in it waits for its FROM. */
    private final Deque<Boolean> withoutFrom = new ArrayDeque<>();
    /** For each open bracket whether it is that of a CAST. */
    private final Deque<Boolean> inCast = new ArrayDeque<>();

    private boolean inFetch;
    private int previous = EOF;

    /**
     * Creates a source of tokens.
     *
     * @param text the text, which {@link StatementScanner} has prepared
     */
    public SelectTokens(String text) {
        super(text);
        withoutFrom.push(false);
        inCast.push(false);
    }

    @Override
    public Token getNextToken() {
        Token token = shaped(next());
        previous = token.kind;
        return token;
    }

    private Token next() {
        return waiting.isEmpty() ? super.getNextToken() : waiting.pop();
    }

    private Token peek() {
        Token token = next();
        waiting.push(token);
        return token;
    }

    private Token shaped(Token token) {
        switch (token.kind) {
            case LPAREN:
                withoutFrom.push(false);
                inCast.push(previous == CAST);
                return token;
            case RPAREN:
                if (withoutFrom.size() > 1) {
                    withoutFrom.pop();
                    inCast.pop();
                }
                return token;
            case AS:
                return Boolean.TRUE.equals(inCast.peek()) ? type(token) : token;
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
                return withoutFrom.size() == 1 && peek().kind == UPDATE ? withoutLock(token) : token;
            default:
                return token;
        }
    }

    private Token waitsForFrom(boolean waits, Token token) {
        withoutFrom.pop();
        withoutFrom.push(waits);
        return token;
    }

    /** H2's table DUAL has one row, as no table at all has. */
    private Token whole(Token token) {
        if (!Boolean.TRUE.equals(withoutFrom.peek())) {
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
