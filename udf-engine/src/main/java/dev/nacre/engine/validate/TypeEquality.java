package dev.nacre.engine.validate;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.WitType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares value types by structure: Explainer.md, "Type Checking". Pairs that were found equal are remembered, so that
 * types that share parts cost what they weigh in memory.
 */
final class TypeEquality {
    private final ValidationContext context;
    private final Map<WitType, Set<WitType>> equal = new IdentityHashMap<>();

    TypeEquality(ValidationContext context) {
        this.context = context;
    }

    /** Returns words for the first difference, or empty for equal types. */
    Optional<String> difference(WitType expected, WitType found) {
        if (expected == found || equal.getOrDefault(expected, Set.of()).contains(found)) {
            return Optional.empty();
        }
        context.spend();
        Optional<String> difference = compareShapes(expected, found);
        if (difference.isEmpty()) {
            equal.computeIfAbsent(expected, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(found);
        }
        return difference;
    }

    private Optional<String> compareShapes(WitType expected, WitType found) {
        Shape left = Shape.of(expected);
        Shape right = Shape.of(found);
        if (!left.label().equals(right.label())
                || left.children().size() != right.children().size()) {
            return Optional.of(describe(expected, found, left, right));
        }
        return differenceOfAll(left.children(), right.children());
    }

    private static String describe(WitType expected, WitType found, Shape left, Shape right) {
        boolean sameKind = left.label().get(0).equals(right.label().get(0));
        boolean handles = sameKind && left.label().size() > 1 && left.label().get(1) instanceof ResourceType;
        if (handles) {
            return "resource types are not the same: " + expectedFound(expected, found);
        }
        return expectedFound(expected, found) + (sameKind ? " with other names" : "");
    }

    private static String expectedFound(WitType expected, WitType found) {
        return "expected " + Text.type(expected) + ", found " + Text.type(found);
    }

    private Optional<String> differenceOfAll(List<WitType> expected, List<WitType> found) {
        for (int index = 0; index < expected.size(); index++) {
            Optional<String> difference = difference(expected.get(index), found.get(index));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    Optional<String> difference(FunctionType expected, FunctionType found) {
        if (expected.async() != found.async()) {
            return Optional.of("expected " + kind(expected) + ", found " + kind(found));
        }
        if (expected.parameters().size() != found.parameters().size()) {
            return Optional.of("expected " + Text.count(expected.parameters().size(), "parameter") + ", found "
                    + found.parameters().size());
        }
        Optional<String> parameters = differenceOfParameters(expected.parameters(), found.parameters());
        return parameters.isPresent() ? parameters : differenceOfResults(expected.result(), found.result());
    }

    private static String kind(FunctionType type) {
        return type.async() ? "an async function" : "a function that is not async";
    }

    private Optional<String> differenceOfParameters(
            List<FunctionType.Parameter> expected, List<FunctionType.Parameter> found) {
        for (int index = 0; index < expected.size(); index++) {
            Optional<String> difference = differenceOfParameter(expected.get(index), found.get(index));
            if (difference.isPresent()) {
                int position = index + 1;
                return difference.map(words -> "parameter " + position + ": " + words);
            }
        }
        return Optional.empty();
    }

    private Optional<String> differenceOfParameter(FunctionType.Parameter expected, FunctionType.Parameter found) {
        if (!expected.name().equals(found.name())) {
            return Optional.of(
                    "expected the name " + Text.quoted(expected.name()) + ", found " + Text.quoted(found.name()));
        }
        return difference(expected.type(), found.type());
    }

    private Optional<String> differenceOfResults(Optional<WitType> expected, Optional<WitType> found) {
        if (expected.isEmpty() || found.isEmpty()) {
            return expected.isPresent() == found.isPresent()
                    ? Optional.empty()
                    : Optional.of("expected " + resultWords(expected) + ", found " + resultWords(found));
        }
        return difference(expected.get(), found.get()).map(words -> "result: " + words);
    }

    private static String resultWords(Optional<WitType> result) {
        return result.map(Text::type).orElse("no") + " result";
    }
}
