package dev.nacre.sql.parser;

import dev.nacre.sql.ddl.Identifier;
import dev.nacre.sql.ddl.NamedType;
import dev.nacre.sql.ddl.QualifiedName;
import dev.nacre.sql.ddl.ScalarType;
import dev.nacre.sql.ddl.ScalarTypeName;
import dev.nacre.sql.ddl.TypeExpression;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects the words and arguments of one type; used by one thread for one type. */
final class TypeWords {

    private static final int REAL_DIGITS = 24;
    private static final int DOUBLE_DIGITS = 53;
    private static final int NUMBER_DIGITS = 40;

    private final List<Identifier> parts = new ArrayList<>();
    private final List<OptionalInt> arguments = new ArrayList<>();
    private String words;
    private String timeZone = "";

    TypeWords(Identifier first, String image) {
        parts.add(first);
        words = image.toUpperCase(Locale.ROOT);
    }

    void qualify(Identifier part) {
        parts.add(part);
    }

    boolean continuesWith(String image) {
        String longer = words + " " + image.toUpperCase(Locale.ROOT);
        return isKeywordType() && (TypeNames.find(longer).isPresent() || TypeNames.isBeginning(longer));
    }

    void append(String image) {
        words += " " + image.toUpperCase(Locale.ROOT);
    }

    void argument(OptionalInt argument) {
        arguments.add(argument);
    }

    void withTimeZone() {
        timeZone = " WITH TIME ZONE";
    }

    void withoutTimeZone() {
        timeZone = " WITHOUT TIME ZONE";
    }

    TypeExpression type(SourceSpan span) {
        Optional<ScalarTypeName> name = isKeywordType() ? TypeNames.find(words) : Optional.empty();
        if (name.isPresent()) {
            return scalar(zoned(name.get(), span), span);
        }
        if (TypeNames.isBeginning(words) || !arguments.isEmpty() || !timeZone.isEmpty()) {
            throw bad(span, "expected a data type, found '" + words + "'");
        }
        return new NamedType(new QualifiedName(parts));
    }

    private boolean isKeywordType() {
        return parts.size() == 1 && !parts.get(0).quoted();
    }

    private ScalarTypeName zoned(ScalarTypeName name, SourceSpan span) {
        if (timeZone.isEmpty()) {
            return name;
        }
        boolean with = timeZone.equals(" WITH TIME ZONE");
        return switch (name) {
            case TIME -> with ? ScalarTypeName.TIME_WITH_TIME_ZONE : name;
            case TIMESTAMP -> with ? ScalarTypeName.TIMESTAMP_WITH_TIME_ZONE : name;
            default -> throw bad(span, "expected TIME or TIMESTAMP before" + timeZone + ", found '" + words + "'");
        };
    }

    private ScalarType scalar(ScalarTypeName name, SourceSpan span) {
        if (words.equals("FLOAT") && arguments.size() == 1) {
            return floating(span);
        }
        if (words.equals("NUMBER") && arguments.isEmpty()) {
            return new ScalarType(ScalarTypeName.DECFLOAT, OptionalInt.of(NUMBER_DIGITS), OptionalInt.empty(), span);
        }
        if (arguments.size() > name.argumentLimit()) {
            String limit = name.argumentLimit() == 0 ? "no number" : "one number";
            throw bad(span, "type " + words + ": expected " + limit + " in parentheses, found " + arguments.size());
        }
        return new ScalarType(name, argument(0), argument(1), span);
    }

    /** Reads FLOAT(digits) as H2 does: up to 24 binary digits are a REAL, up to 53 a DOUBLE. */
    private ScalarType floating(SourceSpan span) {
        int digits = arguments.get(0).orElseThrow();
        if (digits < 1 || digits > DOUBLE_DIGITS) {
            throw bad(span, "type FLOAT: expected 1 to " + DOUBLE_DIGITS + " digits, found " + digits);
        }
        ScalarTypeName name = digits <= REAL_DIGITS ? ScalarTypeName.REAL : ScalarTypeName.DOUBLE;
        return new ScalarType(name, OptionalInt.empty(), OptionalInt.empty(), span);
    }

    private OptionalInt argument(int index) {
        return index < arguments.size() ? arguments.get(index) : OptionalInt.empty();
    }

    private static SyntaxException bad(SourceSpan span, String description) {
        return new SyntaxException(SyntaxErrorCode.BAD_TYPE, span, description);
    }
}
