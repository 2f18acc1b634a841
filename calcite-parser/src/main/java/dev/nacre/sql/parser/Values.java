package dev.nacre.sql.parser;

import dev.nacre.sql.ddl.ComponentSource;
import dev.nacre.sql.ddl.Identifier;
import dev.nacre.sql.ddl.Literal;
import dev.nacre.sql.ddl.TextLiteral;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Turns the images of tokens into values, or says what is wrong with them. */
final class Values {

    private static final int MAXIMUM_PARAMETERS = 100_000;

    private Values() {}

    static Literal.Number number(String image, boolean negative, SourceSpan span) {
        try {
            BigDecimal value = new BigDecimal(image);
            return new Literal.Number(negative ? value.negate() : value, span);
        } catch (NumberFormatException e) {
            throw bad(span, "number '" + image + "' is out of range", e);
        }
    }

    static int typeArgument(String image, SourceSpan span) {
        try {
            return Integer.parseInt(image);
        } catch (NumberFormatException e) {
            throw bad(span, "expected a number up to " + Integer.MAX_VALUE + ", found '" + image + "'", e);
        }
    }

    /** Returns the index, from 0, of a parameter that is written {@code ?number}. */
    static int parameterIndex(String image, SourceSpan span) {
        int number = image.length() > 7 ? 0 : Integer.parseInt(image.substring(1));
        if (number < 1 || number > MAXIMUM_PARAMETERS) {
            throw bad(span, "expected a parameter from ?1 to ?" + MAXIMUM_PARAMETERS + ", found '" + image + "'", null);
        }
        return number - 1;
    }

    /** Reads {@code X'...'}, which {@link TokenSource} has checked. */
    static ComponentSource.Bytes hexadecimal(String image, SourceSpan span) {
        return new ComponentSource.Bytes(HexFormat.of().parseHex(image, 2, image.length() - 1), span);
    }

    static ComponentSource.Bytes base64(TextLiteral text, SourceSpan span) {
        try {
            return new ComponentSource.Bytes(Base64.getMimeDecoder().decode(text.value()), span);
        } catch (IllegalArgumentException e) {
            throw bad(text.span(), "expected base64 after BASE64: " + e.getMessage(), e);
        }
    }

    static void requirePrefix(Identifier prefix) {
        if (!"NACRE".equalsIgnoreCase(prefix.value())) {
            throw new SyntaxException(
                    SyntaxErrorCode.UNEXPECTED_TOKEN,
                    prefix.span(),
                    "expected NACRE.setting after SET, found '" + prefix.value() + "'");
        }
    }

    private static SyntaxException bad(SourceSpan span, String description, @Nullable Throwable cause) {
        return new SyntaxException(SyntaxErrorCode.BAD_VALUE, span, description, cause);
    }
}
