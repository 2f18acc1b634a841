package dev.nacre.jdbc;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement of H2's that makes or drops a user or a role, or gives a user another name.
 *
 * @param name whom
 * @param newName null unless it gives one
 * @param creates whether it makes them: they begin without the rights of whoever had the name before
 */
record PrincipalChange(String name, @Nullable String newName, boolean creates) {

    /** Reads a statement's tokens; empty when it is another statement. */
    static Optional<PrincipalChange> of(List<SqlToken> tokens) {
        if (isWord(tokens, 0, "CREATE") && (isWord(tokens, 1, "USER") || isWord(tokens, 1, "ROLE"))) {
            boolean ifNotExists = isWord(tokens, 2, "IF") && isWord(tokens, 3, "NOT") && isWord(tokens, 4, "EXISTS");
            return name(tokens, ifNotExists ? 5 : 2).map(name -> new PrincipalChange(name, null, true));
        }
        if (isWord(tokens, 0, "DROP") && (isWord(tokens, 1, "USER") || isWord(tokens, 1, "ROLE"))) {
            boolean ifExists = isWord(tokens, 2, "IF") && isWord(tokens, 3, "EXISTS");
            return name(tokens, ifExists ? 4 : 2).map(name -> new PrincipalChange(name, null, false));
        }
        boolean renames = isWord(tokens, 0, "ALTER")
                && isWord(tokens, 1, "USER")
                && isWord(tokens, 3, "RENAME")
                && isWord(tokens, 4, "TO");
        return renames
                ? name(tokens, 2)
                        .flatMap(old -> name(tokens, 5).map(renamed -> new PrincipalChange(old, renamed, false)))
                : Optional.empty();
    }

    private static Optional<String> name(List<SqlToken> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isName()
                ? Optional.of(tokens.get(at).text())
                : Optional.empty();
    }

    private static boolean isWord(List<SqlToken> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).isWord(word);
    }
}
