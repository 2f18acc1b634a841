package dev.nacre.engine.wit;

import org.jspecify.annotations.Nullable;

/**
 * The Java form of a result.
 *
 * @param isOk whether the call succeeded
 * @param payload the ok or the error value; null where that side has none
 */
public record ResultValue(boolean isOk, @Nullable Object payload) {
    /** Returns a success. */
    public static ResultValue ok(@Nullable Object payload) {
        return new ResultValue(true, payload);
    }

    /** Returns a failure. */
    public static ResultValue error(@Nullable Object payload) {
        return new ResultValue(false, payload);
    }
}
