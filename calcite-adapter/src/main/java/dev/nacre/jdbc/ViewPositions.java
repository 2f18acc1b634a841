package dev.nacre.jdbc;

import dev.nacre.views.RuntimeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where a statement names run-time views as tables: {@code NACRE.LOG} anywhere in a FROM clause, {@code LOG} where
 * schema NACRE is looked at. One object for one statement.
 */
final class ViewPositions {
    private static final Set<String> BEGIN_TABLES = Set.of("FROM", "JOIN", "USING");
    private static final Set<String> END_TABLES = Set.of(
            "SELECT",
            "WHERE",
            "ON",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "UNION",
            "EXCEPT",
            "MINUS",
            "INTERSECT",
            "SET",
            "VALUES",
            "WINDOW",
            "QUALIFY",
            "WHEN",
            "FOR");

    /** Words that may follow a table, and so are no alias. */
    private static final Set<String> NO_ALIAS =
            Set.of("LEFT", "RIGHT", "INNER", "CROSS", "NATURAL", "FULL", "JOIN", "USE", "TABLESAMPLE");

    private final List<SqlToken> tokens;
    private final List<String> schemas;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Boolean> commonTables = new HashMap<>();

    private ViewPositions(List<SqlToken> tokens, List<String> schemas) {
        this.tokens = tokens;
        this.schemas = schemas;
    }

    /**
     * A view named in a statement.
     *
     * @param schema where H2 would look for it first
     * @param start in the text
     * @param end behind the last character of the name
     * @param isTable whether its rows are meant; else a column is qualified with it, whose schema goes
     * @param hasAlias whether the statement calls it by another name
     */
    record Place(RuntimeView view, Optional<String> schema, int start, int end, boolean isTable, boolean hasAlias) {}

    /** @param schemas where unqualified names are looked for, in order */
    static List<Place> find(List<SqlToken> tokens, List<String> schemas) {
        ViewPositions positions = new ViewPositions(tokens, schemas);
        positions.scan();
        return positions.places.stream().anyMatch(Place::isTable) ? positions.places : List.of();
    }

    private void scan() {
        Deque<Level> around = new ArrayDeque<>();
        Level level = Level.OUTSIDE;
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.isSymbol('(')) {
                around.push(level);
                level = new Level(level.inTables(), false);
            } else if (token.isSymbol(')') && !around.isEmpty()) {
                level = around.pop();
            } else if (token.kind() == SqlToken.Kind.NAME) {
                level = level.behind(token.text().toUpperCase(Locale.ROOT), beginsTables(at));
            }
            if (token.isName()) {
                look(at, level.inTables());
            }
        }
    }

    /**
     * What is known of a place between two brackets.
     *
     * @param inTables whether a name may be a table
     * @param hasTables whether the statement that begins there may have a FROM: in TRIM(x FROM y) there is none
     */
    private record Level(boolean inTables, boolean hasTables) {
        static final Level OUTSIDE = new Level(false, false);

        Level behind(String word, boolean beginsTables) {
            if (beginsTables) {
                return new Level(hasTables || (inTables && !word.equals("FROM")), hasTables);
            }
            boolean begins = word.equals("SELECT") || word.equals("DELETE") || word.equals("MERGE");
            return new Level(inTables && !END_TABLES.contains(word), hasTables || begins);
        }
    }

    /** A USING with columns is no list of tables, and IS DISTINCT FROM none at all. */
    private boolean beginsTables(int at) {
        String word = tokens.get(at).text().toUpperCase(Locale.ROOT);
        return BEGIN_TABLES.contains(word)
                && !isComparison(at)
                && !(word.equals("USING")
                        && at + 1 < tokens.size()
                        && tokens.get(at + 1).isSymbol('('));
    }

    private boolean isComparison(int at) {
        return at >= 2
                && tokens.get(at).isWord("FROM")
                && tokens.get(at - 1).isWord("DISTINCT")
                && (tokens.get(at - 2).isWord("IS") || tokens.get(at - 2).isWord("NOT"));
    }

    private void look(int at, boolean inTables) {
        Optional<RuntimeView> view = RuntimeView.find(tokens.get(at).text());
        if (view.isEmpty() || isFollowedBy(at, '(')) {
            return;
        }
        boolean isQualified = at >= 2 && tokens.get(at - 1).isSymbol('.');
        if (isQualified && !isOfSchema(at)) {
            return;
        }
        int first = isQualified ? at - 2 : at;
        if (isFollowedBy(at, '.')) {
            if (isQualified) {
                add(view.get(), first, at, false);
            }
        } else if (inTables && isBehindTables(first) && (isQualified || isLookedFor(at))) {
            add(view.get(), first, at, true);
        }
    }

    private void add(RuntimeView view, int first, int last, boolean isTable) {
        Optional<String> schema = first == last ? Optional.empty() : Optional.of(RuntimeView.SCHEMA);
        int end = tokens.get(last).end();
        places.add(new Place(view, schema, tokens.get(first).start(), end, isTable, hasAlias(last + 1)));
    }

    private boolean isFollowedBy(int at, char symbol) {
        return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(symbol);
    }

    /** A name with a database before its schema is left to H2. */
    private boolean isOfSchema(int at) {
        SqlToken schema = tokens.get(at - 2);
        return schema.isName()
                && schema.text().equals(RuntimeView.SCHEMA)
                && (at < 3 || !tokens.get(at - 3).isSymbol('.'));
    }

    private boolean isBehindTables(int first) {
        if (first == 0) {
            return false;
        }
        SqlToken before = tokens.get(first - 1);
        return before.isSymbol(',') || before.isSymbol('(') || beginsTables(first - 1);
    }

    /** A common table expression of the same name comes first. */
    private boolean isLookedFor(int at) {
        return schemas.contains(RuntimeView.SCHEMA)
                && !commonTables.computeIfAbsent(tokens.get(at).text(), this::isCommonTable);
    }

    private boolean isCommonTable(String name) {
        for (int at = 1; at + 1 < tokens.size(); at++) {
            boolean isNamed = tokens.get(at).isName() && tokens.get(at).text().equals(name);
            boolean opens =
                    tokens.get(at + 1).isSymbol('(') || tokens.get(at + 1).isWord("AS");
            SqlToken before = tokens.get(at - 1);
            if (isNamed
                    && opens
                    && (before.isWord("WITH") || before.isWord("RECURSIVE") || isBetweenCommonTables(at))) {
                return true;
            }
        }
        return false;
    }

    private boolean isBetweenCommonTables(int at) {
        return at >= 2
                && tokens.get(0).isWord("WITH")
                && tokens.get(at - 1).isSymbol(',')
                && tokens.get(at - 2).isSymbol(')');
    }

    private boolean hasAlias(int at) {
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            return false;
        }
        String word = tokens.get(at).text().toUpperCase(Locale.ROOT);
        return tokens.get(at).kind() == SqlToken.Kind.QUOTED_NAME
                || !(BEGIN_TABLES.contains(word) || END_TABLES.contains(word) || NO_ALIAS.contains(word));
    }
}
