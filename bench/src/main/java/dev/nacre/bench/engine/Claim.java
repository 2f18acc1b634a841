package dev.nacre.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Something that is said about the engine's speed.
 *
 * @param text what is said, for people
 * @param contender the benchmark of the engine
 * @param baseline what it is compared with
 * @param measure how
 * @param most the bound
 * @param where the parameters that the bound is for; with others the comparison is only shown
 */
record Claim(String text, String contender, String baseline, Measure measure, double most, Map<String, String> where) {

    /** Returns the bound for some parameters, when there is one. */
    OptionalDouble bound(Subject subject) {
        boolean meant = subject.parameters().entrySet().containsAll(where.entrySet()) && !Double.isNaN(most);
        return meant ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    /** Returns the comparison of each round. */
    List<Double> compare(List<Figure> contenders, List<Figure> baselines) {
        List<Double> compared = new ArrayList<>();
        for (int round = 0; round < contenders.size(); round++) {
            compared.add(measure.of(contenders.get(round), baselines.get(round)));
        }
        return compared;
    }
}
