package dev.nacre.sql.parser;

import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Set;

/**
 * Reads tokens as H2 does where Calcite's lexer differs: adjacent strings are one, {@code $$text$$} and {@code N'text'}
 * are strings, {@code ?3} is one parameter, and words of features that H2 has not are identifiers. Used by one thread
 * for one text.
 */
public class TokenSource extends GeneratedParserTokenManager {

    /** Words that mean something in Calcite's grammar and nothing in H2's. */
    private static final Set<Integer> ALWAYS_IDENTIFIERS = Set.of(
            ASOF,
            CLASSIFIER,
            CONTAINS_SUBSTR,
            CUBE,
            DATETIME_DIFF,
            DATETIME_TRUNC,
            DATE_DIFF,
            DATE_TRUNC,
            EXTEND,
            FINAL,
            MATCH_CONDITION,
            MATCH_NUMBER,
            MATCH_RECOGNIZE,
            MEASURE,
            MULTISET,
            NEW,
            PERIOD,
            PERMUTE,
            PREV,
            RLIKE,
            RUNNING,
            SAFE_CAST,
            SKIP_,
            SPECIFIC,
            STREAM,
            TABLESAMPLE,
            TIMESTAMP_DIFF,
            TIMESTAMP_TRUNC,
            TIME_DIFF,
            TIME_TRUNC,
            TRY_CAST);

    /** After these AT is a name. */
    private static final Set<Integer> NO_OPERAND =
            Set.of(EOF, SELECT, DISTINCT, ALL, COMMA, LPAREN, DOT, WHERE, AND, OR, NOT, ON, BY, AS);

    private int previousKind = EOF;
    private final Deque<Token> ahead = new ArrayDeque<>();

    /**
     * Creates a source of tokens.
     *
     * @param text the text, which {@link StatementScanner} has prepared
     */
    public TokenSource(String text) {
        super(stream(text), DQID);
    }

    /** The buffer has room for the whole text: it would grow by 2048 characters, at the cost of a copy each time. */
    private static SimpleCharStream stream(String text) {
        SimpleCharStream stream = new SimpleCharStream(new StringReader(text), 1, 1, text.length() + 1);
        stream.setTabSize(1);
        return stream;
    }

    @Override
    public Token getNextToken() {
        Token token = read(take());
        previousKind = token.kind;
        return token;
    }

    private Token take() {
        return ahead.isEmpty() ? super.getNextToken() : ahead.removeFirst();
    }

    private Token peek() {
        return peek(0);
    }

    /** Returns a token that was not taken yet; 0 is the next. */
    private Token peek(int distance) {
        while (ahead.size() <= distance) {
            ahead.addLast(super.getNextToken());
        }
        return ahead.stream().skip(distance).findFirst().orElseThrow();
    }

    private Token read(Token token) {
        switch (token.kind) {
            case DOLLAR_QUOTED_STRING:
                return dollarQuoted(token);
            case PREFIXED_STRING_LITERAL:
                return adjacent(national(token));
            case QUOTED_STRING, UNICODE_STRING_LITERAL:
                return adjacent(token);
            case BINARY_STRING_LITERAL:
                return binary(adjacent(token));
            case HOOK:
                return parameter(token);
            case JSON:
                return peek().kind == QUOTED_STRING ? prefixed(token) : token;
            case AT:
                return zone(token);
            case IDENTIFIER:
                return word(token);
            case UNSIGNED_INTEGER_LITERAL, DECIMAL_NUMERIC_LITERAL, APPROX_NUMERIC_LITERAL:
                return number(token);
            case NEXT:
                return previousKind == FETCH || peek().kind == VALUE ? token : as(IDENTIFIER, token);
            case VALUE:
                return previousKind == LPAREN ? as(IDENTIFIER, token) : token;
            case CURRENT:
                return peek().kind == ROW || peek().kind == VALUE ? token : as(IDENTIFIER, token);
            default:
                return ALWAYS_IDENTIFIERS.contains(token.kind) ? as(IDENTIFIER, token) : token;
        }
    }

    private static Token as(int kind, Token token) {
        token.kind = kind;
        return token;
    }

    private Token dollarQuoted(Token token) {
        String content = token.image.substring(2, token.image.length() - 2);
        token.image = "'" + content.replace("'", "''") + "'";
        return as(QUOTED_STRING, token);
    }

    private Token national(Token token) {
        if (token.image.charAt(0) == '_') {
            throw unreadable(token, "expected a string, found a character set: '" + token.image + "'");
        }
        token.image = token.image.substring(1);
        return as(QUOTED_STRING, token);
    }

    private Token adjacent(Token token) {
        if (peek().kind != QUOTED_STRING) {
            return token;
        }
        StringBuilder image = new StringBuilder(token.image);
        while (peek().kind == QUOTED_STRING) {
            Token next = take();
            image.setLength(image.length() - 1);
            image.append(next.image, 1, next.image.length());
            extend(token, next);
        }
        token.image = image.toString();
        return token;
    }

    private static Token binary(Token token) {
        token.image = token.image.replace(" ", "");
        int quotes = 3;
        boolean even = (token.image.length() - quotes) % 2 == 0;
        if (!even
                || !token.image
                        .chars()
                        .skip(2)
                        .limit(token.image.length() - quotes)
                        .allMatch(HexFormat::isHexDigit)) {
            throw new SyntaxException(
                    SyntaxErrorCode.BAD_VALUE,
                    span(token),
                    "expected pairs of hexadecimal digits in X'...', found something else");
        }
        return token;
    }

    private Token parameter(Token token) {
        Token next = peek();
        if (next.kind == UNSIGNED_INTEGER_LITERAL && adjoins(token, next)) {
            token.image += take().image;
            extend(token, next);
        }
        return token;
    }

    /** Reads {@code 0x1F}, {@code 0b1}, {@code 0o7} and {@code 1_000}, which come as a number and a word. */
    private Token number(Token token) {
        Token next = peek();
        if (!adjoins(token, next) || !Character.isJavaIdentifierStart(next.image.codePointAt(0))) {
            return token;
        }
        String image = token.image + next.image;
        String plain = Numbers.decimal(image)
                .orElseThrow(() -> unreadable(token, "expected a decimal number, found '" + image + "'"));
        extend(token, take());
        token.image = plain;
        return number(token);
    }

    /** Reads {@code JSON 'text'} as one literal, of a type that the text says. */
    private Token prefixed(Token word) {
        Token text = adjacent(take());
        text.beginLine = word.beginLine;
        text.beginColumn = word.beginColumn;
        return text;
    }

    /** Reads {@code AT TIME ZONE} and {@code AT LOCAL} as one operator, where an operand stands before it. */
    private Token zone(Token token) {
        boolean zone = peek().kind == TIME && peek(1).kind == ZONE;
        if (NO_OPERAND.contains(previousKind) || (!zone && peek().kind != LOCAL)) {
            return token;
        }
        int kind = zone ? AT_TIME_ZONE : AT_LOCAL;
        extend(token, take());
        if (zone) {
            extend(token, take());
        }
        return as(kind, token);
    }

    private static boolean adjoins(Token token, Token next) {
        return next.kind != EOF && next.beginLine == token.endLine && next.beginColumn == token.endColumn + 1;
    }

    /** Calcite's RLIKE has the grammar and the meaning of H2's REGEXP, which is a keyword there. */
    private Token word(Token token) {
        return token.image.equalsIgnoreCase("REGEXP") ? as(RLIKE, token) : checked(token);
    }

    private static Token checked(Token token) {
        boolean first = Character.isJavaIdentifierStart(token.image.codePointAt(0));
        if (!first || !token.image.codePoints().allMatch(Character::isJavaIdentifierPart)) {
            throw unreadable(token, "expected an identifier, found '" + token.image + "'");
        }
        return token;
    }

    private static void extend(Token token, Token last) {
        token.endLine = last.endLine;
        token.endColumn = last.endColumn;
    }

    private static SyntaxException unreadable(Token token, String description) {
        return new SyntaxException(SyntaxErrorCode.UNREADABLE_TEXT, span(token), description);
    }

    private static SourceSpan span(Token token) {
        return new SourceSpan(token.beginLine, token.beginColumn, token.endLine, token.endColumn);
    }
}
