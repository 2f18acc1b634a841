package dev.nacre.engine.hostile;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.PrimitiveType;
import java.util.List;
import java.util.Map;

/** Components of many or long functions, as large as a test wants. */
public final class LargeComponents {
    private static final CoreFunctionType CORE =
            ModuleBuilder.type(List.of(CoreValueType.I32), List.of(CoreValueType.I32));

    private LargeComponents() {}

    /** Thousands of functions of some hundred instructions: under all caps, and many seconds of work for the compiler. */
    public static byte[] bomb() {
        return component(4_000, 150);
    }

    /**
     * Writes a component that exports {@code run: func(p0: u32) -> u32}, which adds three as often as there are functions
     * times steps.
     *
     * @param functions how many there are, each calling the one before it
     * @param steps how often each adds; a step takes 7 bytes of WebAssembly
     */
    public static byte[] component(int functions, int steps) {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(CORE);
        Code step = new Code().get(0).i32(3).op(Op.I32_ADD).set(0);
        for (int i = 0; i < functions; i++) {
            Code body = new Code().repeat(steps, step).get(0);
            module.function(type, i == 0 ? body : body.call(i - 1));
        }
        module.export("run", ModuleBuilder.FUNCTION, functions - 1);
        ComponentWriter component = new ComponentWriter();
        int instance = component.coreInstance(component.coreModule(module), Map.of());
        component.export("run", instance, Frame.function(PrimitiveType.U32, PrimitiveType.U32));
        return component.build();
    }
}
