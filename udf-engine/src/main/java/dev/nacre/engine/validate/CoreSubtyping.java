package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreModuleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matches what a core module gets against what it asks for: the core specification, "Import Matching". */
final class CoreSubtyping {
    private CoreSubtyping() {}

    /** Returns words for the first difference, or empty when {@code found} will do. */
    static Optional<String> difference(CoreExternType expected, CoreExternType found) {
        if (expected instanceof CoreExternType.Table table && found instanceof CoreExternType.Table other) {
            return tables(table, other);
        }
        if (expected instanceof CoreExternType.Memory memory && found instanceof CoreExternType.Memory other) {
            return memories(memory, other);
        }
        return expected.equals(found) ? Optional.empty() : Optional.of(words(describe(expected), describe(found)));
    }

    private static Optional<String> tables(CoreExternType.Table expected, CoreExternType.Table found) {
        if (expected.element() != found.element()) {
            return Optional.of(words("a table of " + expected.element(), "one of " + found.element()));
        }
        return limits("table", expected.limits(), found.limits());
    }

    private static Optional<String> memories(CoreExternType.Memory expected, CoreExternType.Memory found) {
        if (expected.shared() != found.shared()) {
            return Optional.of(words(sharing(expected), sharing(found)));
        }
        if (expected.is64() != found.is64()) {
            return Optional.of(words("a memory of " + bits(expected) + " bits", "one of " + bits(found)));
        }
        return limits("memory", expected.limits(), found.limits());
    }

    private static String sharing(CoreExternType.Memory type) {
        return type.shared() ? "a shared memory" : "a memory that is not shared";
    }

    private static int bits(CoreExternType.Memory type) {
        return type.is64() ? 64 : 32;
    }

    private static Optional<String> limits(String noun, CoreLimits expected, CoreLimits found) {
        if (Long.compareUnsigned(found.minimum(), expected.minimum()) < 0) {
            return Optional.of(words(
                    "a " + noun + " of at least " + Long.toUnsignedString(expected.minimum()),
                    "at least " + Long.toUnsignedString(found.minimum())));
        }
        if (expected.maximum().isEmpty()) {
            return Optional.empty();
        }
        long most = expected.maximum().getAsLong();
        boolean fits = found.maximum().isPresent()
                && Long.compareUnsigned(found.maximum().getAsLong(), most) <= 0;
        return fits
                ? Optional.empty()
                : Optional.of(words("a " + noun + " of at most " + Long.toUnsignedString(most), "a larger one"));
    }

    /** Matches modules: more exports and fewer imports are fine. */
    static Optional<String> difference(CoreModuleType expected, CoreModuleType found) {
        Map<List<String>, CoreExternType> given = new HashMap<>();
        expected.imports().forEach(item -> given.put(List.of(item.module(), item.name()), item.type()));
        for (CoreModuleType.Import item : found.imports()) {
            String name = Text.quoted(item.module()) + " " + Text.quoted(item.name());
            CoreExternType supplied = given.get(List.of(item.module(), item.name()));
            Optional<String> difference = supplied == null
                    ? Optional.of("expected no import " + name + ", found one")
                    : difference(item.type(), supplied).map(words -> "import " + name + ": " + words);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return exports(expected, found);
    }

    private static Optional<String> exports(CoreModuleType expected, CoreModuleType found) {
        Map<String, CoreExternType> given = new HashMap<>();
        found.exports().forEach(item -> given.put(item.name(), item.type()));
        for (CoreModuleType.Export item : expected.exports()) {
            CoreExternType supplied = given.get(item.name());
            Optional<String> difference = supplied == null
                    ? Optional.of("expected an export " + Text.quoted(item.name()) + ", found none")
                    : difference(item.type(), supplied)
                            .map(words -> "export " + Text.quoted(item.name()) + ": " + words);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    static String describe(CoreExternType type) {
        if (type instanceof CoreExternType.Function function) {
            return "a core function " + describe(function.type());
        }
        if (type instanceof CoreExternType.Global global) {
            return "a " + (global.mutable() ? "mutable " : "constant ") + "core global of " + global.type();
        }
        return "" + Text.a(Externs.sort(type).noun());
    }

    static String describe(CoreFunctionType type) {
        return (type.open() ? "open " : "") + type.parameters() + " -> " + type.results();
    }

    private static String words(String expected, String found) {
        return "expected " + expected + ", found " + found;
    }
}
