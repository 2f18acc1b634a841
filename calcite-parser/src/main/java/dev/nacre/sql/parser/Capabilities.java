package dev.nacre.sql.parser;

import dev.nacre.sql.ddl.Capability;
import dev.nacre.sql.ddl.Identifier;
import dev.nacre.sql.ddl.RightsVerb;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;

/** Knows the words for what a component may be granted; none of them is a keyword. */
final class Capabilities {
    private Capabilities() {}

    static boolean isWord(Token token, String word) {
        return token.kind != GeneratedParserConstants.QUOTED_IDENTIFIER && token.image.equalsIgnoreCase(word);
    }

    /** Returns the capability of one word. */
    static Capability ofWord(Identifier word) {
        return switch (word.value().toUpperCase(java.util.Locale.ROOT)) {
            case "CLOCK" -> new Capability.Clock(word.span());
            case "RANDOM" -> new Capability.Random(word.span());
            default ->
                throw refused(
                        word.span(), "expected CLOCK, RANDOM, ENVIRONMENT or DIRECTORY, found '" + word.value() + "'");
        };
    }

    /** Refuses to grant what only names what is to be revoked. */
    static Capability complete(Capability capability, RightsVerb verb) {
        if (verb == RightsVerb.GRANT
                && capability instanceof Capability.Environment variable
                && variable.value() == null) {
            throw refused(capability.span(), "expected ENVIRONMENT 'NAME' = 'value', found no value");
        }
        if (verb == RightsVerb.GRANT && capability instanceof Capability.Directory folder && folder.guest() == null) {
            throw refused(capability.span(), "expected DIRECTORY 'host path' AS 'guest path', found no guest path");
        }
        return capability;
    }

    private static SyntaxException refused(SourceSpan span, String description) {
        return new SyntaxException(SyntaxErrorCode.UNEXPECTED_TOKEN, span, description);
    }
}
