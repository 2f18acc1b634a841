package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds a component that exports {@code f} and misbehaves around it: in its allocator, in its clean-up, by exceptions. All
 * its core code may call an import {@code g: func()} as core function {@link #G} and throw with the tag {@link #TAG}.
 */
final class Callee {
    static final int G = 0;
    static final int TAG = 0;

    private final FunctionType type;
    private final Code body;
    private Code realloc;
    private Code postReturn;
    private Code start;
    private CanonOption encoding = CanonOption.UTF8;

    Callee(FunctionType type, Code body) {
        this.type = type;
        this.body = body;
    }

    static Callee nothing(Code body) {
        return new Callee(Frame.NOTHING, body);
    }

    /** Sets the code of the allocator: parameters are old pointer, old size, alignment and new size. */
    Callee realloc(Code code) {
        realloc = code;
        return this;
    }

    /** Sets the code that runs after the result was taken; its parameters are the core results. */
    Callee postReturn(Code code) {
        postReturn = code;
        return this;
    }

    Callee start(Code code) {
        start = code;
        return this;
    }

    Callee in(CanonOption other) {
        encoding = other;
        return this;
    }

    /** The component by itself, which imports {@code g}. */
    ComponentWriter part() {
        ComponentWriter component = new ComponentWriter();
        int g = component.lower(component.importFunction("g", Frame.NOTHING));
        Frame frame = Frame.of(component, allocator(), Map.of("host", component.coreBag(Item.coreFunction("g", g))));
        int instance = frame.instantiate(main(), Item.coreFunction("g", g));
        List<CanonOption> options = new ArrayList<>(List.of(frame.options(encoding)));
        if (postReturn != null) {
            options.add(CanonOption.postReturn(component.coreAlias(Sort.CORE_FUNCTION, instance, "post")));
        }
        component.export("f", instance, type, options.toArray(CanonOption[]::new));
        component.export("ok", instance, Frame.NUMBER);
        component.export("seen", instance, Frame.NUMBER);
        return component;
    }

    private ModuleBuilder allocator() {
        ModuleBuilder module = new ModuleBuilder();
        module.importFunction("host", "g", module.type(Frame.TO_NOTHING));
        module.tag(module.type(Frame.TO_NOTHING));
        return Frame.withRealloc(module, realloc == null ? new Code().i32(Frame.HEAP) : realloc);
    }

    /** Memory 0 is the frame's; global-like word 0 of it is what {@code seen} gives. */
    private ModuleBuilder main() {
        ModuleBuilder module = Frame.user();
        module.importFunction("host", "g", module.type(Frame.TO_NOTHING));
        module.tag(module.type(Frame.TO_NOTHING));
        CoreFunctionType core = CoreSignature.lifted(type);
        module.exported("f", core, body);
        module.exported("seen", Frame.TO_INT, new Code().i32(0).access(Op.I32_LOAD, 0));
        if (postReturn != null) {
            module.exported("post", ModuleBuilder.type(core.results(), List.of()), postReturn);
        }
        if (start != null) {
            module.start(module.function(module.type(Frame.TO_NOTHING), start));
        }
        return Roles.honest(module);
    }

    /** A component whose {@code g} is the host's. */
    byte[] alone() {
        ComponentWriter root = new ComponentWriter();
        int instance = root.instance(root.component(part()), Item.function("g", hostFunction(root)));
        for (String name : List.of("f", "ok", "seen")) {
            root.export(name, Sort.FUNCTION, root.alias(Sort.FUNCTION, instance, name));
        }
        return root.build();
    }

    /** A component in which another one calls {@code f}. */
    byte[] calledBy(ComponentWriter caller) {
        ComponentWriter root = new ComponentWriter();
        int instance = root.instance(root.component(part()), Item.function("g", hostFunction(root)));
        int other = root.instance(root.component(caller), Item.function("f", root.alias(Sort.FUNCTION, instance, "f")));
        root.export("run-f", Sort.FUNCTION, root.alias(Sort.FUNCTION, other, "run-f"));
        root.export("ok", Sort.FUNCTION, root.alias(Sort.FUNCTION, other, "ok"));
        return root.build();
    }

    /** Imports {@code g} from the host. */
    static int hostFunction(ComponentWriter root) {
        InstanceTypeWriter host = new InstanceTypeWriter().function("g", Frame.NOTHING);
        int imported = root.importOf(Roles.HOST, Sort.INSTANCE, root.define(host.build()));
        return root.alias(Sort.FUNCTION, imported, "g");
    }
}
