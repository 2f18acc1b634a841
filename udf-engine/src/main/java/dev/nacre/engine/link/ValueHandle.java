package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.runtime.FunctionalInterfaces;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.WitPrinter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls an exported function for an object of a functional interface, with values in their Java forms. */
final class ValueHandle implements InvocationHandler {
    private final ExportedFunction function;
    private final List<JavaSlot> parameters;
    private final Optional<JavaSlot> result;
    private final boolean same;
    private final Class<?> returnType;
    private final Class<?> returnClass;

    private ValueHandle(
            ExportedFunction function, Method method, List<JavaSlot> parameters, Optional<JavaSlot> result) {
        this.function = function;
        this.returnType = method.getReturnType();
        this.returnClass = JavaSlot.reference(returnType);
        this.parameters = List.copyOf(parameters);
        this.result = result;
        this.same = parameters.stream().allMatch(JavaSlot::isSame)
                && result.stream().allMatch(JavaSlot::isSame);
    }

    /**
     * Makes a handle.
     *
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} for an interface of another shape
     */
    static <T> T make(ExportedFunction function, Class<T> functionalInterface) {
        ValueHandle handle = FunctionalInterfaces.method(functionalInterface)
                .flatMap(method -> fitting(function, method))
                .orElseThrow(() -> mismatch(function, functionalInterface));
        return functionalInterface.cast(Proxy.newProxyInstance(
                functionalInterface.getClassLoader(), new Class<?>[] {functionalInterface}, handle));
    }

    private static Optional<ValueHandle> fitting(ExportedFunction function, Method method) {
        FunctionType type = function.type();
        Class<?>[] javaTypes = method.getParameterTypes();
        if (javaTypes.length != type.parameters().size()
                || type.result().isEmpty() != (method.getReturnType() == void.class)) {
            return Optional.empty();
        }
        List<JavaSlot> parameters = new ArrayList<>();
        for (int i = 0; i < javaTypes.length; i++) {
            JavaSlot.parameter(type.parameters().get(i).type(), javaTypes[i]).ifPresent(parameters::add);
        }
        Optional<JavaSlot> result = type.result().flatMap(given -> JavaSlot.result(given, method.getReturnType()));
        boolean whole = parameters.size() == javaTypes.length
                && result.isPresent() == type.result().isPresent();
        return whole ? Optional.of(new ValueHandle(function, method, parameters, result)) : Optional.empty();
    }

    private static EngineException mismatch(ExportedFunction function, Class<?> functionalInterface) {
        return new EngineException(
                ErrorCode.ARGUMENT_MISMATCH,
                "function '" + function.name() + "': expected a public interface with one method for "
                        + WitPrinter.print(function.type()) + " in the types' Java forms, found "
                        + functionalInterface.getName());
    }

    @Override
    public @Nullable Object invoke(Object handle, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (Modifier.isAbstract(method.getModifiers())) {
            return call(method.getReturnType(), arguments == null ? new Object[0] : arguments);
        }
        return method.isDefault()
                ? InvocationHandler.invokeDefault(handle, method, arguments)
                : ofObject(handle, method, arguments);
    }

    /** Calls the function; a second abstract method, with a wider return type, is the same method too. */
    private @Nullable Object call(Class<?> wanted, @Nullable Object[] arguments) {
        Object value = function.call(same ? arguments : forms(arguments));
        return value == null || result.isEmpty() ? null : returned(wanted, result.get(), value);
    }

    /** Makes an array of its own; the one of a call whose values need no conversion is that call's own, and nobody keeps it. */
    private @Nullable Object[] forms(@Nullable Object[] arguments) {
        @Nullable Object[] forms = new Object[arguments.length];
        for (int i = 0; i < forms.length; i++) {
            Object argument = arguments[i];
            forms[i] = argument == null ? null : parameters.get(i).toForm().apply(argument);
        }
        return forms;
    }

    /** The class of a resource's object is known only now, and that of what the host gives to a function passed on. */
    private Object returned(Class<?> wanted, JavaSlot slot, Object value) {
        Object returned = slot.fromForm().apply(value);
        Class<?> possible = wanted.equals(returnType) ? returnClass : JavaSlot.reference(wanted);
        if (!possible.isInstance(returned)) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    "function '" + function.name() + "': expected a result of class " + wanted.getName()
                            + ", found one of " + returned.getClass().getName());
        }
        return returned;
    }

    private Object ofObject(Object handle, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && arguments[0] == handle;
            case "hashCode" -> System.identityHashCode(handle);
            default -> "function '" + function.name() + "'";
        };
    }
}
