package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitPrinter;
import dev.nacre.engine.wit.WitType;
import org.jspecify.annotations.Nullable;

/**
 * A function of the host that a component exports as it is. No guest comes between, whose values are checked on their way; so
 * the classes of the Java forms are checked here.
 */
final class PassedOnFunction implements ComponentFunction {
    private final String subject;
    private final FunctionType type;
    private final ComponentFunction function;

    PassedOnFunction(ExportedFunctionType exported, ComponentFunction function) {
        this.subject = "function '" + exported.name() + "'";
        this.type = exported.type();
        this.function = function;
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        requireCount(arguments);
        for (int i = 0; i < arguments.length; i++) {
            FunctionType.Parameter parameter = type.parameters().get(i);
            if (!JavaForms.isForm(parameter.type(), arguments[i])) {
                throw new EngineException(
                        ErrorCode.ARGUMENT_MISMATCH,
                        subject + ": parameter " + (i + 1) + " '" + parameter.name() + "': "
                                + difference(parameter.type(), arguments[i]));
            }
        }
        Object result = function.call(arguments);
        return type.result().map(expected -> required(expected, result)).orElse(null);
    }

    private void requireCount(@Nullable Object[] arguments) {
        if (arguments.length != type.parameters().size()) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    subject + ": expected " + type.parameters().size() + " arguments for " + WitPrinter.print(type)
                            + ", found " + arguments.length);
        }
    }

    private Object required(WitType expected, @Nullable Object result) {
        if (result == null || !JavaForms.isForm(expected, result)) {
            throw new EngineException(
                    ErrorCode.INTERNAL,
                    subject + ": the host returned a wrong value: " + difference(expected, result)
                            + "; correct the host function");
        }
        return result;
    }

    private static String difference(WitType type, @Nullable Object value) {
        String words = type instanceof PrimitiveType primitive ? " for " + primitive.keyword() : "";
        return "expected " + JavaForms.of(type).getName() + words + ", found "
                + (value == null ? "null" : value.getClass().getName());
    }
}
