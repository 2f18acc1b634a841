package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import java.util.ArrayList;
import java.util.List;

/** Components in their parts in a lie: one exports a function, another calls it, and a third puts the two together. */
final class Roles {
    static final String HOST = "test:hostile/host";

    private Roles() {}

    /** A component that exports {@code f}, whose core function is this code. */
    static ComponentWriter callee(FunctionType type, Code body, CanonOption... encoding) {
        return callee(type, body, Frame.allocator(), encoding);
    }

    /** A component that exports {@code f} and allocates as the given module does. */
    static ComponentWriter callee(FunctionType type, Code body, ModuleBuilder allocator, CanonOption... encoding) {
        ComponentWriter component = new ComponentWriter();
        Frame frame = Frame.of(component, allocator);
        ModuleBuilder module = Frame.user();
        module.exported("f", CoreSignature.lifted(type), body);
        int instance = frame.instantiate(honest(module));
        component.export("f", instance, type, frame.options(encoding));
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    /**
     * A component that imports {@code f} and exports {@code run}, which calls it.
     *
     * @param arguments writes what the call needs and pushes its core arguments
     */
    static ComponentWriter caller(FunctionType type, Code arguments, CanonOption... encoding) {
        return caller(type, arguments, Frame.allocator(), encoding);
    }

    static ComponentWriter caller(FunctionType type, Code arguments, ModuleBuilder allocator, CanonOption... encoding) {
        ComponentWriter component = new ComponentWriter().importingTypes();
        int imported = component.importFunction("f", type);
        Frame frame = Frame.of(component, allocator);
        int lowered = component.lower(imported, frame.options(encoding));
        ModuleBuilder module = Frame.user();
        int f = module.importFunction("host", "f", module.type(CoreSignature.lowered(type)));
        Code call = new Code().repeat(1, arguments).call(f);
        if (!CoreSignature.lowered(type).results().isEmpty()) {
            call.op(Op.DROP);
        }
        module.exported("run", Frame.TO_INT, call.i32(1));
        int instance = frame.instantiate(honest(module), Item.coreFunction("f", lowered));
        component.export("run", instance, Frame.NUMBER);
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    /** Adds the core function {@code ok}, which gives 42 as long as the instance may be called. */
    static ModuleBuilder honest(ModuleBuilder module) {
        module.exported("ok", Frame.TO_INT, new Code().i32(42));
        return module;
    }

    /** Two components, the second of which calls the first. */
    static byte[] composed(ComponentWriter callee, ComponentWriter caller) {
        ComponentWriter root = new ComponentWriter();
        int first = root.component(callee);
        int second = root.component(caller);
        int made = root.instance(first);
        return exportingRun(root, second, made, callee.typeNames());
    }

    /** A component that calls the function {@code f} of the host. */
    static byte[] onHost(FunctionType type, ComponentWriter caller) {
        ComponentWriter root = new ComponentWriter();
        InstanceTypeWriter host = new InstanceTypeWriter().function("f", type);
        int imported = root.importOf(HOST, Sort.INSTANCE, root.define(host.build()));
        return exportingRun(root, root.component(caller), imported, host.typeNames());
    }

    private static byte[] exportingRun(ComponentWriter root, int caller, int source, List<String> types) {
        List<Item> arguments = new ArrayList<>();
        types.forEach(name -> arguments.add(Item.type(name, root.alias(Sort.TYPE, source, name))));
        arguments.add(Item.function("f", root.alias(Sort.FUNCTION, source, "f")));
        int instance = root.instance(caller, arguments.toArray(Item[]::new));
        root.export("run", Sort.FUNCTION, root.alias(Sort.FUNCTION, instance, "run"));
        root.export("ok", Sort.FUNCTION, root.alias(Sort.FUNCTION, instance, "ok"));
        return root.build();
    }
}
