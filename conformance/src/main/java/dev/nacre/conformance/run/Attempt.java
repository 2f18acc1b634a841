package dev.nacre.conformance.run;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a step of a command made, or the verdict that ended it.
 *
 * @param value null when the step was ended
 * @param verdict that of a passed command when there is a value
 */
record Attempt<T>(@Nullable T value, Verdict verdict) {

    static <T> Attempt<T> made(T value) {
        return new Attempt<>(requireNonNull(value, "value is null"), Verdict.passed());
    }

    static <T> Attempt<T> ended(Verdict verdict) {
        return new Attempt<>(null, verdict);
    }

    boolean isEnded() {
        return value == null;
    }

    <R> Attempt<R> then(Function<T, Attempt<R>> step) {
        return value == null ? ended(verdict) : step.apply(value);
    }

    Verdict judge(Function<T, Verdict> judgement) {
        return value == null ? verdict : judgement.apply(value);
    }

    /** Returns what later commands get of it. */
    Attempt<T> forDependents(int line) {
        return value == null ? ended(verdict.forDependent(line)) : this;
    }
}
