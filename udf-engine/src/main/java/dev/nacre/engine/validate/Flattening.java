package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The core types of component functions: CanonicalABI.md, "Flattening". */
final class Flattening {
    static final int MAXIMUM_PARAMETERS = 16;
    static final int MAXIMUM_ASYNC_PARAMETERS = 4;
    static final int MAXIMUM_RESULTS = 1;

    private static final List<CoreValueType> POINTER = List.of(CoreValueType.I32);

    private final TypeTable types;

    Flattening(TypeTable types) {
        this.types = types;
    }

    /** Returns the type of the core function under a lifted function. */
    CoreFunctionType lift(FunctionType type, CanonOptions options) {
        List<CoreValueType> parameters = limited(parameters(type), MAXIMUM_PARAMETERS);
        if (options.async()) {
            return new CoreFunctionType(parameters, options.callback().isPresent() ? POINTER : List.of());
        }
        return new CoreFunctionType(parameters, limited(result(type.result()), MAXIMUM_RESULTS));
    }

    /** Returns the type of the core function that a lowered function becomes. */
    CoreFunctionType lower(FunctionType type, boolean async) {
        List<CoreValueType> results = result(type.result());
        int most = async ? MAXIMUM_ASYNC_PARAMETERS : MAXIMUM_PARAMETERS;
        List<CoreValueType> parameters = new ArrayList<>(limited(parameters(type), most));
        boolean throughMemory = results.size() > (async ? 0 : MAXIMUM_RESULTS);
        if (throughMemory) {
            parameters.addAll(POINTER);
        }
        List<CoreValueType> direct = throughMemory ? List.of() : results;
        return new CoreFunctionType(parameters, async ? POINTER : direct);
    }

    private static List<CoreValueType> limited(List<CoreValueType> flat, int most) {
        return flat.size() > most ? POINTER : flat;
    }

    /** Returns the flat parameters, cut off beyond what any rule allows. */
    List<CoreValueType> parameters(FunctionType type) {
        List<CoreValueType> flat = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            flat.addAll(types.of(parameter.type()).flat());
            if (flat.size() >= TypeFacts.FLAT_LIMIT) {
                return flat.subList(0, TypeFacts.FLAT_LIMIT);
            }
        }
        return flat;
    }

    List<CoreValueType> result(Optional<WitType> result) {
        return result.map(type -> types.of(type).flat()).orElse(List.of());
    }
}
