package dev.nacre.calcite.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SELECT cut at its keywords, so that each clause can be passed on as it was written. */
public final class Clauses {
    /** The clauses in the order in which they stand. */
    public enum Clause {
        SELECT,
        FROM,
        WHERE,
        GROUP("BY"),
        HAVING,
        WINDOW,
        QUALIFY,
        ORDER("BY"),
        OFFSET,
        LIMIT,
        FETCH,
        FOR("UPDATE");

        private final String second;

        Clause() {
            this("");
        }

        Clause(String second) {
            this.second = second;
        }
    }

    private final Tokens tokens;
    private final Map<Clause, Span> bodies;

    private Clauses(Tokens tokens, Map<Clause, Span> bodies) {
        this.tokens = tokens;
        this.bodies = bodies;
    }

    static Clauses cut(Tokens tokens, Span query) {
        Map<Clause, Span> bodies = new EnumMap<>(Clause.class);
        int first = tokens.indexFrom(query.start());
        int after = tokens.indexAfter(query);
        int opener = tokens.opener(first);
        Clause current = null;
        int bodyStart = first;
        for (int index = first; index < after; index++) {
            Clause started = tokens.opener(index) == opener ? startAt(tokens, index, first, after) : null;
            if (started != null && !bodies.containsKey(started)) {
                put(tokens, bodies, current, bodyStart, index);
                current = started;
                bodyStart = index + (started.second.isEmpty() ? 1 : 2);
            }
        }
        put(tokens, bodies, current, bodyStart, after);
        return new Clauses(tokens, bodies);
    }

    private static void put(Tokens tokens, Map<Clause, Span> bodies, @Nullable Clause clause, int from, int to) {
        if (clause != null && from < to) {
            bodies.put(
                    clause,
                    new Span(tokens.get(from).start(), tokens.get(to - 1).end()));
        }
    }

    private static @Nullable Clause startAt(Tokens tokens, int index, int first, int after) {
        for (Clause clause : Clause.values()) {
            if (tokens.get(index).is(clause.name()) && followed(tokens, index, after, clause)) {
                boolean distinctFrom =
                        clause == Clause.FROM && tokens.get(index - 1).is("DISTINCT");
                return distinctFrom && isComparison(tokens, index, first) ? null : clause;
            }
        }
        return null;
    }

    private static boolean followed(Tokens tokens, int index, int after, Clause clause) {
        return clause.second.isEmpty()
                || (index + 1 < after && tokens.get(index + 1).is(clause.second));
    }

    /** {@code IS [NOT] DISTINCT FROM} is no FROM clause. */
    private static boolean isComparison(Tokens tokens, int from, int first) {
        int before = from - 2;
        return before > first
                && (tokens.get(before).is("IS") || tokens.get(before).is("NOT"));
    }

    /** Returns the span of a clause without its keyword, empty when the SELECT has no such clause. */
    public Optional<Span> body(Clause clause) {
        return Optional.ofNullable(bodies.get(clause));
    }

    /** Returns whether FETCH asks for more than a number of rows. */
    public boolean fetchesTiesOrPercent() {
        Span fetch = bodies.get(Clause.FETCH);
        if (fetch == null) {
            return false;
        }
        for (int index = tokens.indexFrom(fetch.start()); index < tokens.indexAfter(fetch); index++) {
            if (tokens.get(index).is("TIES") || tokens.get(index).is("PERCENT")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the items of a clause, which commas separate; those of SELECT without DISTINCT or ALL. */
    public List<Span> items(Clause clause) {
        Span body = bodies.get(clause);
        return body == null ? List.of() : split(body);
    }

    private List<Span> split(Span body) {
        List<Span> items = new ArrayList<>();
        int start = skipQuantifier(tokens.indexFrom(body.start()));
        int after = tokens.indexAfter(body);
        int opener = tokens.opener(start);
        for (int index = start; index < after; index++) {
            if (tokens.get(index).is(",") && tokens.opener(index) == opener) {
                items.add(between(start, index));
                start = index + 1;
            }
        }
        items.add(between(start, after));
        return items;
    }

    private Span between(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private int skipQuantifier(int index) {
        return tokens.get(index).is("DISTINCT") || tokens.get(index).is("ALL") ? index + 1 : index;
    }
}
