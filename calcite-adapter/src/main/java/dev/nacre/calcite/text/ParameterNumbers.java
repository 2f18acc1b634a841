package dev.nacre.calcite.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the parameters of one statement that H2 gets, by their first use. Mutable while the statement is written.
 */
public final class ParameterNumbers {
    private final List<Integer> ordinals = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** Returns numbers that are those of the client's statement already. */
    public static ParameterNumbers same(int count) {
        ParameterNumbers numbers = new ParameterNumbers();
        for (int ordinal = 0; ordinal < count; ordinal++) {
            numbers.number(ordinal);
        }
        return numbers;
    }

    /** Returns H2's number, from 1, of a parameter of the client's statement, from 0. */
    public int number(int ordinal) {
        return numbers.computeIfAbsent(ordinal, added -> {
            ordinals.add(added);
            return ordinals.size();
        });
    }

    /** Returns the parameters of the client's statement, from 0, in the order of H2's numbers. */
    public List<Integer> ordinals() {
        return List.copyOf(ordinals);
    }
}
