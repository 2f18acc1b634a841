package dev.nacre.engine.core;

import java.util.List;
import java.util.OptionalInt;

/**
 * A constant expression: the start value of a global, an element, or an offset. In postfix order, extended constant
 * expressions included.
 */
public record ConstantExpression(List<Step> steps) {
    public ConstantExpression {
        steps = List.copyOf(steps);
    }

    /** One instruction. */
    public sealed interface Step {}

    /** Pushes a number: the bits of a float, an integer of 32 bits with its sign. */
    public record Value(long value) implements Step {}

    /** Pushes the null reference. */
    public record Null() implements Step {}

    /** Pushes a function of the module. */
    public record Function(int index) implements Step {}

    /** Pushes the value of a global. */
    public record Global(int index) implements Step {}

    /** Pops two numbers and pushes one. */
    public enum Arithmetic implements Step {
        I32_ADD,
        I32_SUB,
        I32_MUL,
        I64_ADD,
        I64_SUB,
        I64_MUL;

        /** Computes the result. */
        public long apply(long left, long right) {
            return switch (this) {
                case I32_ADD -> (int) left + (int) right;
                case I32_SUB -> (int) left - (int) right;
                case I32_MUL -> (int) left * (int) right;
                case I64_ADD -> left + right;
                case I64_SUB -> left - right;
                case I64_MUL -> left * right;
            };
        }
    }

    /** Returns the value when it is a lone number, as 32 bits. */
    OptionalInt integer() {
        return steps.size() == 1 && steps.get(0) instanceof Value lone
                ? OptionalInt.of((int) lone.value())
                : OptionalInt.empty();
    }

    /** Returns the function when it is a lone one. */
    OptionalInt function() {
        return steps.size() == 1 && steps.get(0) instanceof Function lone
                ? OptionalInt.of(lone.index())
                : OptionalInt.empty();
    }
}
