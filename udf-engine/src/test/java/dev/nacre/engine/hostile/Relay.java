package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.WitType;
import java.util.List;

/** Components that pass on a value of two core words: a text, a list, a map. */
final class Relay {
    private static final int AREA = 512;

    private Relay() {}

    /** A component that passes a value through others, each of which has an encoding of its own; the first gives it back. */
    static byte[] chain(WitType value, List<CanonOption> encodings) {
        FunctionType type = Frame.function(value, value);
        ComponentWriter root = new ComponentWriter();
        int last = root.instance(root.component(echo(type, encodings.get(0))));
        for (CanonOption encoding : encodings.subList(1, encodings.size())) {
            Item next = Item.function("f", root.alias(Sort.FUNCTION, last, "f"));
            last = root.instance(root.component(of(type, encoding)), next);
        }
        root.export("f", Sort.FUNCTION, root.alias(Sort.FUNCTION, last, "f"));
        return root.build();
    }

    /** A component whose {@code f} gives back what it got. */
    private static ComponentWriter echo(FunctionType type, CanonOption encoding) {
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
    private static ComponentWriter of(FunctionType type, CanonOption encoding) {
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
