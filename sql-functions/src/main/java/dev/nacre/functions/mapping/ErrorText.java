package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.VariantValue;
import org.jspecify.annotations.Nullable;

/** The text of a guest's error value. */
final class ErrorText {
    private ErrorText() {}

    static String of(@Nullable Object error) {
        if (error == null) {
            return "the function answered with an error";
        }
        if (error instanceof VariantValue variant) {
            return variant.payload() == null ? variant.name() : variant.name() + ": " + of(variant.payload());
        }
        return Excerpt.of(error.toString());
    }
}
