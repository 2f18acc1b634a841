package dev.nacre.jdbc;

import java.util.List;

/** Tells Nacre's own statements from H2's by their leading words, with as much look-ahead as that takes. */
final class OwnWords {
    private OwnWords() {}

    static boolean begin(List<SqlToken> tokens) {
        if (tokens.isEmpty() || tokens.get(0).kind() != SqlToken.Kind.NAME) {
            return false;
        }
        return switch (tokens.get(0).text().toUpperCase(java.util.Locale.ROOT)) {
            case "CREATE" -> isOwnObject(tokens, follow(tokens, 1, "OR", "REPLACE") ? 3 : 1);
            case "DROP" -> isOwnObject(tokens, 1);
            case "IMPORT" -> follow(tokens, 1, "FUNCTIONS");
            case "SHOW" ->
                follow(tokens, 1, "FUNCTIONS") || follow(tokens, 1, "COMPONENTS") || follow(tokens, 1, "CREATE");
            case "DESCRIBE" -> follow(tokens, 1, "FUNCTION") || follow(tokens, 1, "COMPONENT");
            case "SET" ->
                follow(tokens, 1, "NACRE") && tokens.size() > 2 && tokens.get(2).isSymbol('.');
            case "GRANT", "REVOKE" -> isOfRoutine(tokens) || isOnComponent(tokens);
            default -> false;
        };
    }

    private static boolean isOwnObject(List<SqlToken> tokens, int at) {
        return follow(tokens, at, "FUNCTION")
                || follow(tokens, at, "COMPONENT")
                || follow(tokens, at, "PROCEDURE")
                || isAggregateFunction(tokens, at);
    }

    /** H2's {@code CREATE AGGREGATE function FOR '...'} may name its aggregate FUNCTION. */
    private static boolean isAggregateFunction(List<SqlToken> tokens, int at) {
        return follow(tokens, at, "AGGREGATE", "FUNCTION")
                && tokens.size() > at + 2
                && tokens.get(at + 2).isName()
                && !tokens.get(at + 2).isWord("FOR");
    }

    private static boolean isOfRoutine(List<SqlToken> tokens) {
        return follow(tokens, 1, "EXECUTE", "ON")
                && (follow(tokens, 3, "FUNCTION")
                        || follow(tokens, 3, "PROCEDURE")
                        || follow(tokens, 3, "AGGREGATE", "FUNCTION"));
    }

    private static boolean isOnComponent(List<SqlToken> tokens) {
        for (int at = 1; at < tokens.size(); at++) {
            if (follow(tokens, at, "ON", "COMPONENT")
                    && tokens.size() > at + 2
                    && tokens.get(at + 2).isName()) {
                return !tokens.get(at + 2).isWord("TO") && !tokens.get(at + 2).isWord("FROM");
            }
        }
        return false;
    }

    private static boolean follow(List<SqlToken> tokens, int at, String... words) {
        if (tokens.size() < at + words.length) {
            return false;
        }
        for (int index = 0; index < words.length; index++) {
            if (!tokens.get(at + index).isWord(words[index])) {
                return false;
            }
        }
        return true;
    }
}
