package dev.nacre.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * Where a statement that writes rows says which: a query, or expressions that have one value each.
 *
 * @param places in the order of the text: one of a query; of VALUES and SET each expression
 * @param isQuery whether the one place is a query
 * @param table the name of the table that the statement makes
 * @param isExplained whether the statement is only explained
 * @param hasData whether the rows are written at all
 */
record WrittenSource(List<Place> places, boolean isQuery, Optional<Place> table, boolean isExplained, boolean hasData) {
    WrittenSource {
        places = List.copyOf(places);
    }

    /**
     * Some tokens of a statement.
     *
     * @param first the first
     * @param end behind the last
     */
    record Place(int first, int end) {
        boolean contains(int token) {
            return first <= token && token < end;
        }
    }

    boolean contains(int token) {
        return places.stream().anyMatch(place -> place.contains(token));
    }

    /** Returns the source with no other places than those where functions are called; empty when calls are elsewhere, too. */
    Optional<WrittenSource> ofCalls(List<CallPositions.Call> calls) {
        if (!calls.stream().allMatch(call -> contains(call.first()))) {
            return Optional.empty();
        }
        List<Place> called = places.stream()
                .filter(place -> calls.stream().anyMatch(call -> place.contains(call.first())))
                .toList();
        return Optional.of(new WrittenSource(called, isQuery, table, isExplained, hasData));
    }
}
