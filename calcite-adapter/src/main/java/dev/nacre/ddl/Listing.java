package dev.nacre.ddl;

import dev.nacre.functions.FunctionDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists things in messages: as many as fit a screen, and how many more there are. */
final class Listing {
    private static final int MOST = 20;

    private Listing() {}

    static <T> String of(List<T> items, Function<T, String> text) {
        String listed = items.stream().limit(MOST).map(text).collect(Collectors.joining(", "));
        return items.size() <= MOST ? listed : listed + " and " + (items.size() - MOST) + " more";
    }

    static String functions(List<FunctionDefinition> functions) {
        return of(functions, function -> function.name() + Overloads.typeList(function.signature()));
    }
}
