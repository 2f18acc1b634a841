package dev.nacre.conformance.value;

import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.ConformanceException.Code;
import dev.nacre.conformance.script.Value;
import dev.nacre.engine.wit.FunctionType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the values of a script into calls, and judges what comes back. */
public final class ScriptValues {
    private ScriptValues() {}

    /**
     * Returns arguments in the engine's Java forms.
     *
     * @throws ConformanceException with {@link Code#VALUE_MISMATCH} when they are not of the parameters' types
     */
    public static @Nullable Object[] arguments(List<Value> values, FunctionType type) {
        requireCount("argument", type.parameters().size(), values.size());
        @Nullable Object[] arguments = new Object[values.size()];
        for (int index = 0; index < arguments.length; index++) {
            ValueReader reader = ValueReader.forArgument("argument " + (index + 1), values.get(index));
            arguments[index] = type.parameters().get(index).type().accept(reader);
        }
        return arguments;
    }

    /**
     * Checks the results of a call.
     *
     * @param actual null when the function has none
     * @throws ConformanceException with {@link Code#VALUE_MISMATCH} when the expected values are not of the result's type,
     *     with {@link Code#UNEXPECTED_RESULT} when the result is another
     */
    public static void requireResults(List<Value> expected, FunctionType type, @Nullable Object actual) {
        requireCount("result", type.result().isPresent() ? 1 : 0, expected.size());
        if (type.result().isEmpty()) {
            return;
        }
        Object wanted = type.result().get().accept(ValueReader.forResult("result", expected.get(0)));
        if (!Comparison.same(wanted, actual)) {
            throw new ConformanceException(
                    Code.UNEXPECTED_RESULT, "expected " + ValueText.of(wanted) + ", found " + ValueText.of(actual));
        }
    }

    private static void requireCount(String what, int expected, int found) {
        if (expected != found) {
            throw mismatch(what + "s", expected + " by the function's type", found + " in the script");
        }
    }

    static ConformanceException mismatch(String place, String expected, String found) {
        return new ConformanceException(Code.VALUE_MISMATCH, place + ": expected " + expected + ", found " + found);
    }

    static Optional<NanPattern> pattern(String text) {
        for (NanPattern pattern : NanPattern.values()) {
            if (pattern.toString().equals(text)) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }
}
