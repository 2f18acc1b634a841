package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import java.util.ArrayList;
import java.util.List;

/** Components in their parts in a lie: one exports functions, another calls them, and a third puts the two together. */
final class Roles {
    static final String HOST = "test:hostile/host";

    private Roles() {}

    /**
     * A function and what is wrong with it.
     *
     * @param name under which it is exported and imported; what calls it is exported as {@code run-} and the name
     * @param code the body of the function; where it is called, what writes what the call needs and pushes its arguments
     */
    record Part(String name, FunctionType type, Code code, CanonOption encoding) {
        Part(FunctionType type, Code code) {
            this("f", type, code, CanonOption.UTF8);
        }

        Part in(CanonOption other) {
            return new Part(name, type, code, other);
        }

        Part named(String other) {
            return new Part(other, type, code, encoding);
        }
    }

    /** A component that exports functions. */
    static ComponentWriter callee(List<Part> parts) {
        ComponentWriter component = new ComponentWriter();
        Frame frame = Frame.of(component);
        ModuleBuilder module = Frame.user();
        parts.forEach(part -> module.exported(part.name(), CoreSignature.lifted(part.type()), part.code()));
        int instance = frame.instantiate(honest(module));
        parts.forEach(part -> component.export(part.name(), instance, part.type(), frame.options(part.encoding())));
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    static ComponentWriter callee(Part part) {
        return callee(List.of(part));
    }

    /** A component that imports functions and exports what calls them. */
    static ComponentWriter caller(List<Part> parts) {
        ComponentWriter component = new ComponentWriter().importingTypes();
        List<Integer> imported = parts.stream()
                .map(part -> component.importFunction(part.name(), part.type()))
                .toList();
        Frame frame = Frame.of(component);
        ModuleBuilder module = Frame.user();
        List<Item> lowered = new ArrayList<>();
        for (Part part : parts) {
            int function = imported.get(lowered.size());
            lowered.add(Item.coreFunction(part.name(), component.lower(function, frame.options(part.encoding()))));
            module.importFunction("host", part.name(), module.type(CoreSignature.lowered(part.type())));
        }
        for (int i = 0; i < parts.size(); i++) {
            module.exported("run-" + parts.get(i).name(), Frame.TO_INT, call(parts.get(i), i));
        }
        int instance = frame.instantiate(honest(module), lowered.toArray(Item[]::new));
        parts.forEach(part -> component.export("run-" + part.name(), instance, Frame.NUMBER));
        component.export("ok", instance, Frame.NUMBER);
        return component;
    }

    private static Code call(Part part, int function) {
        Code call = new Code().repeat(1, part.code()).call(function);
        if (!CoreSignature.lowered(part.type()).results().isEmpty()) {
            call.op(Op.DROP);
        }
        return call.i32(1);
    }

    static ComponentWriter caller(Part part) {
        return caller(List.of(part));
    }

    /** Adds the core function {@code ok}, which gives 42 as long as the instance may be called. */
    static ModuleBuilder honest(ModuleBuilder module) {
        module.exported("ok", Frame.TO_INT, new Code().i32(42));
        return module;
    }

    /** Two components, the second of which calls the first. */
    static byte[] composed(ComponentWriter callee, ComponentWriter caller, String... functions) {
        ComponentWriter root = new ComponentWriter();
        int first = root.component(callee);
        int second = root.component(caller);
        int made = root.instance(first);
        return exportingRuns(root, second, made, callee.typeNames(), functions);
    }

    /** A component that calls functions of the host. */
    static byte[] onHost(List<Part> parts, ComponentWriter caller) {
        ComponentWriter root = new ComponentWriter();
        InstanceTypeWriter host = new InstanceTypeWriter();
        parts.forEach(part -> host.function(part.name(), part.type()));
        int imported = root.importOf(HOST, Sort.INSTANCE, root.define(host.build()));
        String[] names = parts.stream().map(Part::name).toArray(String[]::new);
        return exportingRuns(root, root.component(caller), imported, host.typeNames(), names);
    }

    private static byte[] exportingRuns(
            ComponentWriter root, int caller, int source, List<String> types, String... functions) {
        List<Item> arguments = new ArrayList<>();
        types.forEach(name -> arguments.add(Item.type(name, root.alias(Sort.TYPE, source, name))));
        for (String name : functions) {
            arguments.add(Item.function(name, root.alias(Sort.FUNCTION, source, name)));
        }
        int instance = root.instance(caller, arguments.toArray(Item[]::new));
        for (String name : functions) {
            root.export("run-" + name, Sort.FUNCTION, root.alias(Sort.FUNCTION, instance, "run-" + name));
        }
        root.export("ok", Sort.FUNCTION, root.alias(Sort.FUNCTION, instance, "ok"));
        return root.build();
    }
}
