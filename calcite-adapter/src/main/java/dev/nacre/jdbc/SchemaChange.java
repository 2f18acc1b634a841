package dev.nacre.jdbc;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement of H2's that drops a schema or gives it another name.
 *
 * @param newName null when the schema is dropped
 * @param restricts what the statement says of the objects inside: true for RESTRICT, false for CASCADE, null for nothing
 */
record SchemaChange(
        String schema, @Nullable String newName, @Nullable Boolean restricts) {

    /** Reads a statement's tokens; empty when it is another statement. */
    static Optional<SchemaChange> of(List<SqlToken> tokens) {
        boolean isDrop = begins(tokens, "DROP");
        if (!isDrop && !begins(tokens, "ALTER")) {
            return Optional.empty();
        }
        int at = name(tokens, isWord(tokens, 2, "IF") && isWord(tokens, 3, "EXISTS") ? 4 : 2);
        if (at < 0) {
            return Optional.empty();
        }
        String schema = tokens.get(at).text();
        return isDrop
                ? Optional.of(new SchemaChange(schema, null, restricts(tokens, at + 1)))
                : renamed(schema, tokens, at + 1);
    }

    /** Returns where a schema's name is, behind the catalog's if that is written; -1 if there is none. */
    private static int name(List<SqlToken> tokens, int at) {
        int place = at + 2 < tokens.size() && tokens.get(at + 1).isSymbol('.') ? at + 2 : at;
        return place < tokens.size() && tokens.get(place).isName() ? place : -1;
    }

    private static Optional<SchemaChange> renamed(String schema, List<SqlToken> tokens, int at) {
        int name = isWord(tokens, at, "RENAME") && isWord(tokens, at + 1, "TO") ? name(tokens, at + 2) : -1;
        return name < 0
                ? Optional.empty()
                : Optional.of(new SchemaChange(schema, tokens.get(name).text(), null));
    }

    private static @Nullable Boolean restricts(List<SqlToken> tokens, int at) {
        if (isWord(tokens, at, "CASCADE")) {
            return false;
        }
        return isWord(tokens, at, "RESTRICT") ? true : null;
    }

    private static boolean begins(List<SqlToken> tokens, String word) {
        return isWord(tokens, 0, word) && isWord(tokens, 1, "SCHEMA");
    }

    private static boolean isWord(List<SqlToken> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).isWord(word);
    }
}
