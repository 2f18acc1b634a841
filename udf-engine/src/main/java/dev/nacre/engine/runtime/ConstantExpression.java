package dev.nacre.engine.runtime;

import java.util.List;

/**
 * A constant expression: the start value of a global, an element, or an offset. In postfix order, extended constant
 * expressions included.
 */
record ConstantExpression(List<Step> steps) {
    /** The value of a reference that is null. */
    static final ConstantExpression NULL = of(new Value(CoreTable.NULL));

    ConstantExpression {
        steps = List.copyOf(steps);
    }

    static ConstantExpression of(Step step) {
        return new ConstantExpression(List.of(step));
    }

    /** One instruction. */
    sealed interface Step {}

    /** Pushes a number or the null reference. */
    record Value(long value) implements Step {}

    /** Pushes a function of the module. */
    record Function(int index) implements Step {}

    /** Pushes the value of a global. */
    record Global(int index) implements Step {}

    /** Pops two numbers and pushes one. */
    enum Arithmetic implements Step {
        I32_ADD,
        I32_SUB,
        I32_MUL,
        I64_ADD,
        I64_SUB,
        I64_MUL;

        long apply(long left, long right) {
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

    /** Computes the value; a reference is one of the instance. */
    long evaluate(CoreInstance instance) {
        return steps.size() == 1 ? push(steps.get(0), instance) : evaluateAll(instance);
    }

    private long evaluateAll(CoreInstance instance) {
        long[] stack = new long[steps.size()];
        int top = 0;
        for (Step step : steps) {
            if (step instanceof Arithmetic operator) {
                top--;
                stack[top - 1] = operator.apply(stack[top - 1], stack[top]);
            } else {
                stack[top++] = push(step, instance);
            }
        }
        return stack[0];
    }

    private static long push(Step step, CoreInstance instance) {
        if (step instanceof Value constant) {
            return constant.value();
        }
        if (step instanceof Global global) {
            CoreGlobal source = instance.globals[global.index()];
            return References.isIndex(source.type()) ? source.reference(instance) : source.value;
        }
        return ((Function) step).index();
    }
}
