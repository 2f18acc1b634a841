package dev.nacre.sql;

import dev.nacre.sql.parser.GeneratedParserConstants;
import dev.nacre.sql.parser.ParseException;
import dev.nacre.sql.parser.Token;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;

/**
 * Says in a few words what could have stood where the parser stopped.
 *
 * @param found the token that stands there
 * @param names what could have stood there, in order; empty when the list would help nobody
 */
record ExpectedTokens(Token found, List<String> names) {

    private static final int LONGEST_LIST = 12;

    /** Reads a parse error; where it looked ahead, the token that did not fit is the last one it looked at. */
    static ExpectedTokens of(ParseException error, SqlAbstractParserImpl.Metadata metadata) {
        Token found = error.currentToken.next;
        int[][] sequences = error.expectedTokenSequences;
        int depth = 0;
        int[][] longer = matching(sequences, depth, found);
        while (longer.length > 0 && found.next != null) {
            sequences = longer;
            found = found.next;
            longer = matching(sequences, ++depth, found);
        }
        return new ExpectedTokens(found, names(sequences, depth, error.tokenImage, metadata));
    }

    /** Returns the names as a list in words. */
    String list() {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static int[][] matching(int[][] sequences, int depth, Token token) {
        return Arrays.stream(sequences)
                .filter(sequence -> sequence.length > depth + 1 && sequence[depth] == token.kind)
                .toArray(int[][]::new);
    }

    private static List<String> names(
            int[][] sequences, int depth, String[] images, SqlAbstractParserImpl.Metadata metadata) {
        int[] kinds = Arrays.stream(sequences)
                .mapToInt(sequence -> sequence[depth])
                .distinct()
                .toArray();
        boolean identifier = contains(kinds, GeneratedParserConstants.IDENTIFIER);
        if (identifier && contains(kinds, GeneratedParserConstants.UNSIGNED_INTEGER_LITERAL)) {
            return List.of("an expression");
        }
        TreeSet<String> names = new TreeSet<>();
        for (int kind : kinds) {
            String word = images[kind].replace("\"", "");
            if (!identifier || !isIdentifier(kind, word, metadata)) {
                names.add(name(kind, word));
            }
        }
        if (identifier) {
            names.add("an identifier");
        }
        return names.size() > LONGEST_LIST ? List.of() : List.copyOf(names);
    }

    private static boolean contains(int[] kinds, int kind) {
        return Arrays.stream(kinds).anyMatch(other -> other == kind);
    }

    private static boolean isIdentifier(int kind, String word, SqlAbstractParserImpl.Metadata metadata) {
        return switch (kind) {
            case GeneratedParserConstants.IDENTIFIER,
                    GeneratedParserConstants.QUOTED_IDENTIFIER,
                    GeneratedParserConstants.BACK_QUOTED_IDENTIFIER,
                    GeneratedParserConstants.BIG_QUERY_BACK_QUOTED_IDENTIFIER,
                    GeneratedParserConstants.BRACKET_QUOTED_IDENTIFIER,
                    GeneratedParserConstants.HYPHENATED_IDENTIFIER,
                    GeneratedParserConstants.UNICODE_QUOTED_IDENTIFIER -> true;
            default -> metadata.isNonReservedKeyword(word);
        };
    }

    private static String name(int kind, String word) {
        return switch (kind) {
            case GeneratedParserConstants.EOF -> "the end of the statement";
            case GeneratedParserConstants.QUOTED_STRING -> "a string";
            case GeneratedParserConstants.UNSIGNED_INTEGER_LITERAL,
                    GeneratedParserConstants.DECIMAL_NUMERIC_LITERAL,
                    GeneratedParserConstants.APPROX_NUMERIC_LITERAL -> "a number";
            case GeneratedParserConstants.BINARY_STRING_LITERAL -> "a binary string";
            default -> word.startsWith("<") ? word.replaceAll("[<>]", "").replace('_', ' ') : "'" + word + "'";
        };
    }
}
