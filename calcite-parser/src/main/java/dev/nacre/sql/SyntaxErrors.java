package dev.nacre.sql;

import dev.nacre.sql.parser.GeneratedParser;
import dev.nacre.sql.parser.GeneratedParserConstants;
import dev.nacre.sql.parser.ParseException;
import dev.nacre.sql.parser.Token;
import dev.nacre.sql.parser.TokenMgrError;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;

/** Turns whatever the generated parser throws into a located error. */
final class SyntaxErrors {

    private static final Pattern LEXICAL_ERROR = Pattern.compile("(?s)Lexical error at line (\\d+), column (\\d+).*");
    private static final int LONGEST_QUOTE = 40;

    private SyntaxErrors() {}

    /**
     * Explains why the productions came to a halt. What could have stood there is listed for Nacre's own statements
     * only: Calcite's productions look ahead by hand, and their lists are not complete.
     *
     * @param own whether it is one of Nacre's own statements
     */
    static SyntaxException of(ParseException cause, GeneratedParser parser, boolean own) {
        if (cause.currentToken == null) {
            return of((Exception) cause, parser);
        }
        ExpectedTokens expected = ExpectedTokens.of(cause, parser.getMetadata());
        String found = quote(expected.found());
        String description = own && !expected.names().isEmpty()
                ? "expected " + expected.list() + ", found " + found
                : "expected the statement to go on otherwise, found " + found;
        return new SyntaxException(SyntaxErrorCode.UNEXPECTED_TOKEN, span(expected.found()), description, cause);
    }

    /** Reads the position out of the message, as JavaCC has it nowhere else; at the end of the text it is one too far. */
    static SyntaxException of(TokenMgrError cause, GeneratedParser parser, String text) {
        Matcher matcher = LEXICAL_ERROR.matcher(String.valueOf(cause.getMessage()));
        if (!matcher.matches()) {
            return new SyntaxException(
                    SyntaxErrorCode.UNREADABLE_TEXT, span(parser.token), "expected a token, found none", cause);
        }
        String line = text.split("\r\n|\r|\n", -1)[Integer.parseInt(matcher.group(1)) - 1];
        int column = Math.min(Math.max(1, Integer.parseInt(matcher.group(2))), line.length());
        return new SyntaxException(
                SyntaxErrorCode.UNREADABLE_TEXT,
                SourceSpan.at(Integer.parseInt(matcher.group(1)), column),
                "expected a word, literal or operator, found '" + line.charAt(column - 1) + "'",
                cause);
    }

    static SyntaxException of(StackOverflowError cause, GeneratedParser parser) {
        return new SyntaxException(
                SyntaxErrorCode.NESTING_TOO_DEEP,
                span(parser.token),
                "expected no more levels than the stack of this thread has room for, found more; split the statement",
                cause);
    }

    /** Locates what the productions of Calcite throw: its own located errors, or any other at the token just read. */
    static SyntaxException of(Exception cause, GeneratedParser parser) {
        if (cause instanceof CalciteContextException located && located.getPosLine() > 0) {
            SourceSpan span = new SourceSpan(
                    located.getPosLine(), located.getPosColumn(), located.getEndPosLine(), located.getEndPosColumn());
            Throwable reason = located.getCause() == null ? located : located.getCause();
            return new SyntaxException(SyntaxErrorCode.BAD_VALUE, span, String.valueOf(reason.getMessage()), cause);
        }
        return new SyntaxException(SyntaxErrorCode.BAD_VALUE, span(parser.token), message(cause), cause);
    }

    /** Says that no statement starts with this token. */
    static SyntaxException notAStatement(Token first) {
        return new SyntaxException(
                SyntaxErrorCode.UNEXPECTED_TOKEN, span(first), "expected a statement, found " + quote(first));
    }

    private static String message(Throwable reason) {
        String message = reason.getMessage();
        return message == null
                ? "the value cannot be read: " + reason.getClass().getSimpleName()
                : message;
    }

    private static SourceSpan span(Token token) {
        return new SourceSpan(
                Math.max(1, token.beginLine),
                Math.max(1, token.beginColumn),
                Math.max(1, token.endLine),
                Math.max(1, token.endColumn));
    }

    private static String quote(Token token) {
        if (token.kind == GeneratedParserConstants.EOF) {
            return "the end of the statement";
        }
        String image = token.image;
        if (image.startsWith("'")) {
            return "a string";
        }
        return "'" + (image.length() > LONGEST_QUOTE ? image.substring(0, LONGEST_QUOTE) + "..." : image) + "'";
    }
}
