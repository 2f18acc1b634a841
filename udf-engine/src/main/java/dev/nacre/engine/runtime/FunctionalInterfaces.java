package dev.nacre.engine.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which interfaces typed handles can be made of. */
public final class FunctionalInterfaces {
    private FunctionalInterfaces() {}

    /** Returns the one abstract method of a public interface that every class may implement, empty for all other classes. */
    public static Optional<Method> method(Class<?> type) {
        boolean usable =
                type.isInterface() && Modifier.isPublic(type.getModifiers()) && !type.isSealed() && !type.isHidden();
        List<Method> methods = usable ? abstractMethods(type) : List.of();
        return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
    }

    /** Returns the abstract methods; one that every object has, as {@code equals}, needs no implementation. */
    private static List<Method> abstractMethods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !isOfEveryObject(method))
                .toList();
    }

    private static boolean isOfEveryObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(every -> every.getName().equals(method.getName())
                        && Arrays.equals(every.getParameterTypes(), method.getParameterTypes()));
    }
}
