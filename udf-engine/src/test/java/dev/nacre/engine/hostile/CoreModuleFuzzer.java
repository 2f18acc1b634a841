package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import java.util.Map;

/** A Jazzer target: the bytes are a core module, which a component instantiates and whose function {@code f} it exports. */
public final class CoreModuleFuzzer {
    private static final Exerciser EXERCISER = new Exerciser(Exerciser.LIMITS);
    private static final FunctionType U32_TO_U32 = Frame.function(PrimitiveType.U32, PrimitiveType.U32);

    private CoreModuleFuzzer() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        EXERCISER.exercise(component(input), new FuzzedRandom(input));
    }

    static byte[] component(byte[] module) {
        ComponentWriter component = new ComponentWriter();
        int instance = component.coreInstance(component.coreModule(module), Map.of());
        component.export(
                "f", Sort.FUNCTION, component.lift(component.coreAlias(Sort.CORE_FUNCTION, instance, "f"), U32_TO_U32));
        return component.build();
    }
}
