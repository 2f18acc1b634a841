package dev.nacre.engine.runtime;

import dev.nacre.engine.core.ConstantExpression;
import dev.nacre.engine.core.ConstantExpression.Arithmetic;
import dev.nacre.engine.core.ConstantExpression.Function;
import dev.nacre.engine.core.ConstantExpression.Global;
import dev.nacre.engine.core.ConstantExpression.Step;
import dev.nacre.engine.core.ConstantExpression.Value;
import dev.nacre.engine.core.ModuleLayout.ElementItems;
import dev.nacre.engine.core.ModuleLayout.Expressions;
import dev.nacre.engine.core.ModuleLayout.Functions;
import java.util.List;

/** Computes constant expressions in an instance; references are the instance's. */
final class Constants {
    private Constants() {}

    /** Computes a value. */
    static long evaluate(ConstantExpression expression, CoreInstance instance) {
        List<Step> steps = expression.steps();
        return steps.size() == 1 ? push(steps.get(0), instance) : evaluateAll(steps, instance);
    }

    /** Returns an element of a segment. */
    static int element(ElementItems items, int index, CoreInstance instance) {
        return items instanceof Functions functions
                ? functions.indices()[index]
                : (int) evaluate(((Expressions) items).items().get(index), instance);
    }

    private static long evaluateAll(List<Step> steps, CoreInstance instance) {
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
        if (step instanceof Function function) {
            return function.index();
        }
        return step instanceof Global global ? global(instance.globals[global.index()], instance) : CoreTable.NULL;
    }

    private static long global(CoreGlobal source, CoreInstance instance) {
        return References.isIndex(source.type()) ? source.reference(instance) : source.value;
    }
}
