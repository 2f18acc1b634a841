package dev.nacre.jdbc.compare;

import dev.nacre.testkit.Seeds;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which arguments a method is called with in which state. Under the soak profile all of them in all states, and in the
 * states that matter most together with each other.
 *
 * <p>A build calls every method with ordinary arguments in the states that matter, and in each of the others by every
 * second route. Of the other arguments it takes every fourth in the states that matter, and every sixteenth in the others. Which
 * ones differs from state to state, from method to method and from route to route, so that over the routes each argument
 * is tried with each method; it is the same in every build.
 */
final class Cases {
    /** Where a method does what it is for. */
    private static final Set<String> MATTERING =
            Set.of("open", "fresh", "with parameters", "registered", "on the first row", "updatable, on the first row");

    private static final int OF_MATTERING = 4;

    private static final int OF_OTHERS = 16;

    private static final int OF_ROUTES = 2;

    /** Beyond this many, parameters are varied two at a time. */
    private static final int MOST = 1_400;

    private final Class<?> type;
    private final Method method;
    private final Texts texts;

    Cases(Class<?> type, Method method, Texts texts) {
        this.type = type;
        this.method = method;
        this.texts = texts;
    }

    List<List<Argument>> in(State state) {
        boolean matters = MATTERING.contains(state.name());
        Arguments arguments = new Arguments(type, method, texts);
        List<List<Argument>> candidates = IntStream.range(0, method.getParameterCount())
                .mapToObj(position -> arguments.candidates(position, matters))
                .toList();
        if (Seeds.soaking()) {
            return matters ? together(candidates) : oneByOne(candidates);
        }
        return thinned(oneByOne(candidates), state, matters);
    }

    private List<List<Argument>> thinned(List<List<Argument>> cases, State state, boolean matters) {
        int first = States.of(type).indexOf(state)
                + Sketch.methods(type).indexOf(method)
                + texts.route().ordinal();
        int step = matters ? OF_MATTERING : OF_OTHERS;
        List<List<Argument>> thinned = new ArrayList<>();
        if (matters || first % OF_ROUTES == 0 || !States.runsStatements(type)) {
            thinned.add(cases.get(0));
        }
        for (int index = 1; index < cases.size(); index++) {
            if ((index + first) % step == 0) {
                thinned.add(cases.get(index));
            }
        }
        return thinned;
    }

    private static List<List<Argument>> together(List<List<Argument>> candidates) {
        long product = candidates.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        return product <= MOST ? product(candidates) : pairs(candidates);
    }

    private static List<List<Argument>> product(List<List<Argument>> candidates) {
        List<List<Argument>> cases = List.of(List.of());
        for (List<Argument> next : candidates) {
            List<List<Argument>> longer = new ArrayList<>();
            for (List<Argument> before : cases) {
                for (Argument argument : next) {
                    List<Argument> one = new ArrayList<>(before);
                    one.add(argument);
                    longer.add(one);
                }
            }
            cases = longer;
        }
        return cases;
    }

    /** The first parameter is an index or a name: with one of them the others are varied together. */
    private static List<List<Argument>> pairs(List<List<Argument>> candidates) {
        List<List<Argument>> cases = new ArrayList<>(oneByOne(candidates));
        for (int left = 1; left < candidates.size(); left++) {
            for (int right = left + 1; right < candidates.size(); right++) {
                for (Argument one : candidates.get(left)) {
                    for (Argument other : candidates.get(right)) {
                        List<Argument> changed = base(candidates);
                        changed.set(left, one);
                        changed.set(right, other);
                        cases.add(changed);
                    }
                }
            }
        }
        return cases;
    }

    private static List<Argument> base(List<List<Argument>> candidates) {
        List<Argument> base = new ArrayList<>();
        candidates.forEach(list -> base.add(list.get(0)));
        return base;
    }

    private static List<List<Argument>> oneByOne(List<List<Argument>> candidates) {
        List<List<Argument>> cases = new ArrayList<>();
        cases.add(base(candidates));
        for (int position = 0; position < candidates.size(); position++) {
            List<Argument> others = candidates.get(position);
            for (Argument other : others.subList(1, others.size())) {
                List<Argument> changed = base(candidates);
                changed.set(position, other);
                cases.add(changed);
            }
        }
        return cases;
    }
}
