package dev.nacre.jdbc;

import dev.nacre.jdbc.WrittenSource.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the source of the rows that INSERT, MERGE, REPLACE and CREATE TABLE write. One object for one statement. */
final class SourceFinder {
    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE");

    private final List<SqlToken> tokens;
    private final Brackets brackets;

    private SourceFinder(List<SqlToken> tokens) {
        this.tokens = tokens;
        this.brackets = new Brackets(tokens);
    }

    /** Returns where the rows come from; empty for statements that do not write rows of a source. */
    static Optional<WrittenSource> find(List<SqlToken> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).isSymbol(';')) {
            end--;
        }
        return new SourceFinder(tokens.subList(0, end)).find();
    }

    private Optional<WrittenSource> find() {
        boolean isExplained = isWord(0, "EXPLAIN");
        int verb = isExplained && isWord(1, "PLAN") && isWord(2, "FOR") ? 3 : isExplained ? 1 : 0;
        if (isWord(verb, "CREATE")) {
            return created(verb, isExplained);
        }
        boolean writes = isWord(verb, "INSERT") || isWord(verb, "MERGE") || isWord(verb, "REPLACE");
        int into = outside(verb + 1, Math.min(verb + 3, tokens.size()), "INTO");
        if (!writes || into < 0) {
            return Optional.empty();
        }
        return inserted(into, isWord(verb, "MERGE"), isExplained);
    }

    private Optional<WrittenSource> used(int using, boolean isExplained) {
        int open = using + 1;
        return isSymbol(open, '(') && isQuery(open + 1)
                ? source(List.of(new Place(open + 1, brackets.closing(open))), true, isExplained)
                : Optional.empty();
    }

    private Optional<WrittenSource> inserted(int into, boolean isMerge, boolean isExplained) {
        int end = end(into);
        for (int at = into + 1; at < end; at = behind(at)) {
            if (isMerge && isWord(at, "USING")) {
                return used(at, isExplained);
            }
            if (isWord(at, "VALUES")) {
                return source(values(at + 1, end), false, isExplained);
            }
            if (isWord(at, "SET")) {
                return source(assigned(at + 1, end), false, isExplained);
            }
            if (isQuery(at)) {
                return source(List.of(new Place(at, end)), true, isExplained);
            }
        }
        return Optional.empty();
    }

    private static Optional<WrittenSource> source(List<Place> places, boolean isQuery, boolean isExplained) {
        return Optional.of(new WrittenSource(places, isQuery, Optional.empty(), isExplained, true));
    }

    /** Other databases' words for rows that are there already stand behind the source. */
    private int end(int from) {
        for (int at = from; at < tokens.size(); at = behind(at)) {
            if (isWord(at, "ON")
                    && ((isWord(at + 1, "DUPLICATE") && isWord(at + 2, "KEY"))
                            || (isWord(at + 1, "CONFLICT") && isWord(at + 2, "DO")))) {
                return at;
            }
        }
        return tokens.size();
    }

    private Optional<WrittenSource> created(int verb, boolean isExplained) {
        int table = outside(verb, tokens.size(), "TABLE");
        boolean isTable = table >= 0
                && IntStream.range(verb, table).allMatch(at -> tokens.get(at).kind() == SqlToken.Kind.NAME);
        int as = isTable ? outside(table, tokens.size(), "AS") : -1;
        if (as < 0 || !isQuery(as + 1)) {
            return Optional.empty();
        }
        int name = isWord(table + 1, "IF") ? table + 4 : table + 1;
        int nameEnd = name + 1;
        while (isSymbol(nameEnd, '.')) {
            nameEnd += 2;
        }
        int last = tokens.size() - 1;
        boolean saysWhetherData = isWord(last, "DATA");
        boolean hasData = !(saysWhetherData && isWord(last - 1, "NO"));
        int end = saysWhetherData ? last - (hasData ? 1 : 2) : tokens.size();
        return Optional.of(new WrittenSource(
                List.of(new Place(as + 1, end)), true, Optional.of(new Place(name, nameEnd)), isExplained, hasData));
    }

    private List<Place> values(int from, int end) {
        List<Place> cells = new ArrayList<>();
        for (Place row : items(from, end)) {
            int open = isWord(row.first(), "ROW") ? row.first() + 1 : row.first();
            boolean isRow = isSymbol(open, '(') && brackets.closing(open) == row.end() - 1;
            cells.addAll(isRow ? items(open + 1, row.end() - 1) : List.of(row));
        }
        return cells;
    }

    private List<Place> assigned(int from, int end) {
        List<Place> cells = new ArrayList<>();
        for (Place assignment : items(from, end)) {
            int equals = assignment.first() + 1;
            if (isSymbol(equals, '=')) {
                cells.add(new Place(equals + 1, assignment.end()));
            }
        }
        return cells;
    }

    /** Returns what commas separate. */
    private List<Place> items(int from, int end) {
        List<Place> items = new ArrayList<>();
        int first = from;
        for (int at = from; at < end; at = behind(at)) {
            if (isSymbol(at, ',')) {
                items.add(new Place(first, at));
                first = at + 1;
            }
        }
        items.add(new Place(first, end));
        return items;
    }

    private int outside(int from, int end, String word) {
        for (int at = from; at < end; at = behind(at)) {
            if (isWord(at, word)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the next token, that behind the closing bracket for one that opens. */
    private int behind(int at) {
        boolean opens = isSymbol(at, '(') || isSymbol(at, '[');
        return opens ? Math.min(brackets.closing(at), tokens.size()) + 1 : at + 1;
    }

    private boolean isQuery(int at) {
        int first = at;
        while (isSymbol(first, '(')) {
            first++;
        }
        return first < tokens.size() && QUERIES.stream().anyMatch(tokens.get(first)::isWord);
    }

    private boolean isWord(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord(word);
    }

    private boolean isSymbol(int at, char symbol) {
        return at < tokens.size() && tokens.get(at).isSymbol(symbol);
    }
}
