package dev.nacre.bench.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something that is measured.
 *
 * @param benchmark the class without {@code Benchmark} and the method: {@code StringCall.java}
 * @param parameters by name
 */
record Subject(String benchmark, Map<String, String> parameters) implements Comparable<Subject> {
    private static final Comparator<String> NUMBERS_BY_LENGTH =
            Comparator.comparing(String::length).thenComparing(text -> text);

    Subject {
        parameters = Map.copyOf(parameters);
    }

    /** Returns the same parameters of another benchmark. */
    Subject of(String other) {
        return new Subject(other, parameters);
    }

    /** Returns the parameters as text. */
    String text() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(Subject other) {
        int byName = benchmark.compareTo(other.benchmark);
        return byName != 0 ? byName : NUMBERS_BY_LENGTH.compare(text(), other.text());
    }
}
