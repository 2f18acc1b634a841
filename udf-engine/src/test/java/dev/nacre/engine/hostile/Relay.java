package dev.nacre.engine.hostile;

import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;

/** Components that pass a text on. */
final class Relay {
    private static final int AREA = 512;

    private Relay() {}

    /** A component whose {@code f: func(string) -> string} gives back what it got. */
    static ComponentWriter echo(CanonOption encoding) {
        FunctionType type = Frame.function(PrimitiveType.STRING, PrimitiveType.STRING);
        Code body = new Code()
                .i32(AREA)
                .get(0)
                .access(Op.I32_STORE, 0)
                .i32(AREA + 4)
                .get(1)
                .access(Op.I32_STORE, 0)
                .i32(AREA);
        return Roles.callee(new Roles.Part(type, body).in(encoding));
    }

    /** A component whose {@code f} calls the {@code f} that it imports, in an encoding of its own. */
    static ComponentWriter of(FunctionType type, CanonOption encoding) {
        ComponentWriter component = new ComponentWriter();
        int imported = component.importFunction("f", type);
        Frame frame = Frame.of(component);
        int lowered = component.lower(imported, frame.options(encoding));
        ModuleBuilder module = Frame.user();
        int f = module.importFunction("host", "f", module.type(CoreSignature.lowered(type)));
        module.exported(
                "f",
                CoreSignature.lifted(type),
                new Code().get(0).get(1).i32(AREA).call(f).i32(AREA));
        int instance = frame.instantiate(module, Item.coreFunction("f", lowered));
        component.export("f", instance, type, frame.options(encoding));
        return component;
    }
}
