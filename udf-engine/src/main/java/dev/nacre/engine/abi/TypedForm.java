package dev.nacre.engine.abi;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function's signature in primitive Java types. Immutable.
 *
 * @param parameters in order
 * @param result empty for a function without one
 */
record TypedForm(List<PrimitiveType> parameters, Optional<PrimitiveType> result) {
    private static final Map<PrimitiveType, Class<?>> JAVA = new EnumMap<>(PrimitiveType.class);

    static {
        for (PrimitiveType type : PrimitiveType.values()) {
            JAVA.put(type, int.class);
        }
        JAVA.put(PrimitiveType.S64, long.class);
        JAVA.put(PrimitiveType.U64, long.class);
        JAVA.put(PrimitiveType.F32, float.class);
        JAVA.put(PrimitiveType.F64, double.class);
    }

    TypedForm {
        parameters = List.copyOf(parameters);
    }

    /** Returns the form of a function, empty when some value of it lives in memory. */
    static Optional<TypedForm> of(FunctionType type) {
        List<PrimitiveType> parameters = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            primitive(parameter.type()).ifPresent(parameters::add);
        }
        Optional<PrimitiveType> result = type.result().flatMap(TypedForm::primitive);
        boolean whole = parameters.size() == type.parameters().size()
                && parameters.size() <= CallPlan.MAX_FLAT_PARAMETERS
                && result.isPresent() == type.result().isPresent();
        return whole ? Optional.of(new TypedForm(parameters, result)) : Optional.empty();
    }

    private static Optional<PrimitiveType> primitive(WitType type) {
        return type instanceof PrimitiveType primitive && primitive != PrimitiveType.STRING
                ? Optional.of(primitive)
                : Optional.empty();
    }

    /** Returns the Java type of a WIT type. */
    static Class<?> javaType(PrimitiveType type) {
        return JAVA.get(type);
    }

    /** Returns the Java types of the parameters. */
    List<Class<?>> javaParameters() {
        List<Class<?>> types = new ArrayList<>();
        parameters.forEach(type -> types.add(javaType(type)));
        return types;
    }

    /** Returns the Java type of the result. */
    Class<?> javaResult() {
        return result.<Class<?>>map(TypedForm::javaType).orElse(void.class);
    }
}
