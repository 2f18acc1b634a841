package dev.nacre.jdbc;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        return placeOf(token).isPresent();
    }

    private Optional<Place> placeOf(int token) {
        int found = Collections.binarySearch(places, new Place(token, token), Comparator.comparingInt(Place::first));
        int index = found >= 0 ? found : -found - 2; // the last that begins before
        return Optional.of(index)
                .filter(at -> at >= 0 && places.get(at).contains(token))
                .map(places::get);
    }

    /** Returns the source with no other places than those where functions are called; empty when calls are elsewhere, too. */
    Optional<WrittenSource> ofCalls(List<CallPositions.Call> calls) {
        Set<Place> called = new LinkedHashSet<>();
        for (CallPositions.Call call : calls) {
            Optional<Place> place = placeOf(call.first());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            called.add(place.get());
        }
        return Optional.of(new WrittenSource(List.copyOf(called), isQuery, table, isExplained, hasData));
    }
}
