package dev.nacre.engine.hostile;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The usual frame of a small guest: a core instance with one page of memory and an allocator, on which other core modules
 * and the canonical options stand.
 */
final class Frame {
    /** What the allocator gives first; below it is room for what code writes to fixed addresses. */
    static final int HEAP = 32_768;

    static final int PAGE = 65_536;

    static final CoreFunctionType TO_INT = ModuleBuilder.type(List.of(), List.of(CoreValueType.I32));
    static final CoreFunctionType TO_NOTHING = ModuleBuilder.type(List.of(), List.of());
    static final CoreFunctionType INT_TO_INT =
            ModuleBuilder.type(List.of(CoreValueType.I32), List.of(CoreValueType.I32));
    static final CoreFunctionType INT_TO_NOTHING = ModuleBuilder.type(List.of(CoreValueType.I32), List.of());
    static final CoreFunctionType REALLOC = ModuleBuilder.type(
            List.of(CoreValueType.I32, CoreValueType.I32, CoreValueType.I32, CoreValueType.I32),
            List.of(CoreValueType.I32));

    static final FunctionType NUMBER = function(PrimitiveType.U32);
    static final FunctionType NOTHING = new FunctionType(List.of(), Optional.empty(), false);

    private final ComponentWriter component;
    private final int instance;
    private final int memory;
    private final int realloc;

    private Frame(ComponentWriter component, ModuleBuilder allocator, Map<String, Integer> arguments) {
        this.component = component;
        this.instance = component.coreInstance(component.coreModule(allocator), arguments);
        this.memory = component.coreAlias(Sort.CORE_MEMORY, instance, "memory");
        this.realloc = component.coreAlias(Sort.CORE_FUNCTION, instance, "realloc");
    }

    static Frame of(ComponentWriter component) {
        return of(component, allocator());
    }

    static Frame of(ComponentWriter component, ModuleBuilder allocator) {
        return of(component, allocator, Map.of());
    }

    static Frame of(ComponentWriter component, ModuleBuilder allocator, Map<String, Integer> arguments) {
        return new Frame(component, allocator, arguments);
    }

    /** A memory, and an allocator that never takes anything back. */
    static ModuleBuilder allocator() {
        ModuleBuilder module = new ModuleBuilder();
        int free = module.global(CoreValueType.I32, true, new Code().i32(HEAP));
        return withRealloc(
                module,
                new Code()
                        .locals(1, CoreValueType.I32)
                        .global(free)
                        .get(2)
                        .op(Op.I32_ADD)
                        .i32(1)
                        .op(Op.I32_SUB)
                        .i32(0)
                        .get(2)
                        .op(Op.I32_SUB, Op.I32_AND)
                        .set(4)
                        .get(4)
                        .get(3)
                        .op(Op.I32_ADD)
                        .setGlobal(free)
                        .get(4)
                        .get(0)
                        .get(1)
                        .bulk(Op.MEMORY_COPY, 0, 0)
                        .get(4));
    }

    /** A memory, and an allocator of this code: parameters are old pointer, old size, alignment and new size. */
    static ModuleBuilder withRealloc(ModuleBuilder module, Code realloc) {
        module.memory(1, 16);
        module.export("memory", ModuleBuilder.MEMORY, 0);
        module.exported("realloc", REALLOC, realloc);
        return module;
    }

    /** A module that uses the frame's memory. */
    static ModuleBuilder user() {
        ModuleBuilder module = new ModuleBuilder();
        module.importMemory("frame", "memory", 1);
        return module;
    }

    /** Instantiates a module made by {@link #user}; it may import core functions from module {@code host}. */
    int instantiate(ModuleBuilder module, Item... functions) {
        Map<String, Integer> arguments = new TreeMap<>(Map.of("frame", instance));
        if (functions.length != 0) {
            arguments.put("host", component.coreBag(functions));
        }
        return component.coreInstance(component.coreModule(module), arguments);
    }

    int instance() {
        return instance;
    }

    int memory() {
        return memory;
    }

    int realloc() {
        return realloc;
    }

    /** Returns memory, allocator and what else is asked for. */
    CanonOption[] options(CanonOption... more) {
        CanonOption[] options = Arrays.copyOf(more, more.length + 2);
        options[more.length] = CanonOption.memory(memory);
        options[more.length + 1] = CanonOption.realloc(realloc);
        return options;
    }

    /** Returns code that writes words to memory. */
    static Code write(Code code, int address, int... words) {
        for (int i = 0; i < words.length; i++) {
            code.i32(address + 4 * i).i32(words[i]).access(Op.I32_STORE, 0);
        }
        return code;
    }

    /** Returns the type of a function with a result; parameters are called {@code p0}, {@code p1} and so on. */
    static FunctionType function(WitType result, WitType... parameters) {
        return new FunctionType(named(parameters), Optional.of(result), false);
    }

    static FunctionType procedure(WitType... parameters) {
        return new FunctionType(named(parameters), Optional.empty(), false);
    }

    private static List<FunctionType.Parameter> named(WitType... parameters) {
        return IntStream.range(0, parameters.length)
                .mapToObj(i -> new FunctionType.Parameter("p" + i, parameters[i]))
                .toList();
    }
}
