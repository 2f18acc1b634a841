package dev.nacre.functions;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The functions that can be read, in order of creation and by name.
 *
 * @param all in order of creation
 * @param byName none without overloads
 */
record FunctionIndex(List<FunctionDefinition> all, Map<FunctionName, List<FunctionDefinition>> byName) {
    static FunctionIndex of(List<FunctionDefinition> functions) {
        return new FunctionIndex(
                List.copyOf(functions),
                functions.stream()
                        .collect(collectingAndThen(
                                groupingBy(FunctionDefinition::name, toUnmodifiableList()), Map::copyOf)));
    }

    /** Returns the index after a change: a copy, with work only for the functions that go or come. */
    FunctionIndex with(List<FunctionDefinition> removed, List<FunctionDefinition> added) {
        Set<Long> gone = removed.stream().map(FunctionDefinition::version).collect(toUnmodifiableSet());
        Map<FunctionName, List<FunctionDefinition>> names = new HashMap<>(byName);
        Stream.concat(removed.stream(), added.stream())
                .collect(groupingBy(FunctionDefinition::name))
                .forEach((name, changed) -> {
                    List<FunctionDefinition> overloads = without(gone, names.getOrDefault(name, List.of()));
                    changed.stream()
                            .filter(function -> !gone.contains(function.version()))
                            .forEach(overloads::add);
                    names.put(name, List.copyOf(overloads));
                });
        removed.forEach(function -> names.remove(function.name(), List.of()));
        List<FunctionDefinition> left = without(gone, all);
        left.addAll(added);
        return new FunctionIndex(Collections.unmodifiableList(left), Collections.unmodifiableMap(names));
    }

    private static List<FunctionDefinition> without(Set<Long> gone, List<FunctionDefinition> functions) {
        List<FunctionDefinition> left = new ArrayList<>(functions);
        if (!gone.isEmpty()) {
            left.removeIf(function -> gone.contains(function.version()));
        }
        return left;
    }
}
