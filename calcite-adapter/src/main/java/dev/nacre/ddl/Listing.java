package dev.nacre.ddl;

import dev.nacre.functions.DamagedFunction;
import dev.nacre.functions.FunctionDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists things in messages: as many as fit a screen, and how many more there are. */
final class Listing {
    private static final int MOST = 20;

    private Listing() {}

    static <T> String of(List<T> items, Function<T, String> text) {
        String listed = items.stream().limit(MOST).map(text).collect(Collectors.joining(", "));
        return items.size() <= MOST ? listed : listed + " and " + (items.size() - MOST) + " more";
    }

    static String functions(List<FunctionDefinition> functions, List<DamagedFunction> damaged) {
        Stream<String> readable =
                functions.stream().map(function -> function.name() + Overloads.typeList(function.signature()));
        return of(
                Stream.concat(readable, damaged.stream().map(Listing::damaged)).toList(), Function.identity());
    }

    private static String damaged(DamagedFunction function) {
        return function.name()
                + function.parameterTypes().map(Overloads::typeList).orElse("") + " (damaged)";
    }
}
