package dev.nacre.jdbc;

import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Session;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a view or a table that is made of a query. H2 names those without an alias by their expressions, so each gets the
 * name that it has with the client's name of a function, by a list before AS.
 */
final class CreatedColumns {
    private final List<SqlToken> tokens;
    private final AliasedText text;
    private final H2Session session;

    CreatedColumns(List<SqlToken> tokens, AliasedText text, H2Session session) {
        this.tokens = tokens;
        this.text = text;
        this.session = session;
    }

    /** Returns the text with the names of all columns, where H2 would name one by an alias. */
    AliasedText named() {
        Optional<SqlToken> as = as();
        if (as.isEmpty()) {
            return text;
        }
        List<String> names = names(text.aliased().substring(as.get().end(), queryEnd()));
        List<String> client =
                names.stream().map(new Labels(text.calls())::client).toList();
        boolean areUnique = new HashSet<>(client).size() == client.size();
        if (names.equals(client) || !areUnique) {
            return text;
        }
        String list = client.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", ", "(", ") "));
        return text.with(as.get().start(), list);
    }

    /** Returns the AS between the name of the object and its query; empty for another statement and where columns are listed. */
    private Optional<SqlToken> as() {
        int at = 1;
        while (at < tokens.size() && tokens.get(at).kind() == SqlToken.Kind.NAME && !isKind(at)) {
            at++;
        }
        boolean isCreation = at < tokens.size() && tokens.get(0).isWord("CREATE") && isKind(at);
        int name = isCreation ? name(at + 1) : tokens.size();
        while (name + 2 < tokens.size() && tokens.get(name + 1).isSymbol('.')) {
            name += 2;
        }
        return name + 1 < tokens.size() && tokens.get(name + 1).isWord("AS")
                ? Optional.of(tokens.get(name + 1))
                : Optional.empty();
    }

    /** A materialized view has no list of columns. */
    private boolean isKind(int at) {
        return (tokens.get(at).isWord("VIEW") && !tokens.get(at - 1).isWord("MATERIALIZED"))
                || tokens.get(at).isWord("TABLE");
    }

    /** Returns where the query ends in H2's text; a table's may be followed by WITH [NO] DATA. */
    private int queryEnd() {
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).isSymbol(';')) {
            last--;
        }
        if (!tokens.get(last).isWord("DATA")) {
            return text.aliased().length();
        }
        int with = tokens.get(last - 1).isWord("NO") ? last - 2 : last - 1;
        boolean isClause = with > 0 && tokens.get(with).isWord("WITH");
        return isClause
                ? text.aliased().length()
                        - text.sql().length()
                        + tokens.get(with).start()
                : text.aliased().length();
    }

    private int name(int at) {
        return at + 2 < tokens.size() && tokens.get(at).isWord("IF") ? at + 3 : at;
    }

    /** Returns H2's names; none for what H2 cannot describe, which it will say itself. */
    private List<String> names(String query) {
        try {
            return session.describe(query).columns().stream()
                    .map(H2Column::name)
                    .toList();
        } catch (SQLException e) {
            return List.of();
        }
    }
}
