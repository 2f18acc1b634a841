package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.externName;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.binary.ComponentBytes.vector;

import dev.nacre.engine.binary.ComponentBytes;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a component definition by definition and counts the index spaces: each method adds one definition and returns the
 * index it has. Nothing is checked; that is the engine's business.
 */
final class ComponentWriter extends TypeScope {
    private final List<byte[]> sections = new ArrayList<>();
    private final int[] counts = new int[Sort.values().length];
    private boolean importsTypes;

    byte[] build() {
        return ComponentBytes.component(sections.toArray(byte[][]::new));
    }

    int count(Sort sort) {
        return counts[sort.ordinal()];
    }

    private int add(Sort sort, int section, byte[]... definition) {
        sections.add(section(section, bytes(1), join(definition)));
        return counts[sort.ordinal()]++;
    }

    private int addWhole(Sort sort, int section, byte[] content) {
        sections.add(section(section, content));
        return counts[sort.ordinal()]++;
    }

    /** From here on, types that need a name outside are imported instead of exported. */
    ComponentWriter importingTypes() {
        importsTypes = true;
        return this;
    }

    @Override
    int define(byte[] definition) {
        return add(Sort.TYPE, 7, definition);
    }

    @Override
    int expose(String name, int type) {
        return importsTypes
                ? add(Sort.TYPE, 10, externName(name), bytes(3, 0), leb(type))
                : export(name, Sort.TYPE, type);
    }

    int coreType(byte[] definition) {
        return add(Sort.CORE_TYPE, 3, definition);
    }

    int coreModule(ModuleBuilder module) {
        return coreModule(module.build());
    }

    int coreModule(byte[] module) {
        return addWhole(Sort.CORE_MODULE, 1, module);
    }

    /** Instantiates a core module; arguments are core instances by name. */
    int coreInstance(int module, Map<String, Integer> arguments) {
        byte[][] items = new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(argument -> join(name(argument.getKey()), bytes(0x12), leb(argument.getValue())))
                        .toArray(byte[][]::new);
        return add(Sort.CORE_INSTANCE, 2, bytes(0), leb(module), vector(items));
    }

    /** Makes a core instance of items that are there. */
    int coreBag(Item... items) {
        return add(
                Sort.CORE_INSTANCE,
                2,
                bytes(1),
                vector(all(
                        items, item -> join(name(item.name()), bytes(SortCode.core(item.sort())), leb(item.index())))));
    }

    int coreAlias(Sort sort, int instance, String name) {
        return add(sort, 6, bytes(0, SortCode.core(sort), 1), leb(instance), name(name));
    }

    int alias(Sort sort, int instance, String name) {
        return add(sort, 6, SortCode.of(sort), bytes(0), leb(instance), name(name));
    }

    int outer(Sort sort, int levels, int index) {
        return add(sort, 6, SortCode.of(sort), bytes(2), leb(levels), leb(index));
    }

    int component(ComponentWriter nested) {
        return addWhole(Sort.COMPONENT, 4, nested.build());
    }

    int instance(int component, Item... arguments) {
        return add(
                Sort.INSTANCE,
                5,
                bytes(0),
                leb(component),
                vector(all(arguments, item -> join(name(item.name()), SortCode.of(item.sort()), leb(item.index())))));
    }

    /** Makes an instance of items that are there. */
    int bag(Item... items) {
        return add(
                Sort.INSTANCE,
                5,
                bytes(1),
                vector(all(items, item -> join(externName(item.name()), SortCode.of(item.sort()), leb(item.index())))));
    }

    private static byte[][] all(Item[] items, java.util.function.Function<Item, byte[]> form) {
        return java.util.Arrays.stream(items).map(form).toArray(byte[][]::new);
    }

    int importFunction(String name, FunctionType type) {
        int index = functionType(type);
        return add(Sort.FUNCTION, 10, externName(name), bytes(1), leb(index));
    }

    /** Imports a resource type that some instance defines. */
    ResourceType importResource(String name) {
        ResourceType resource = new ResourceType(name);
        knows(resource, add(Sort.TYPE, 10, externName(name), bytes(3, 1)));
        return resource;
    }

    /** Imports something of a type that was defined before: a core module, a component, an instance. */
    int importOf(String name, Sort sort, int type) {
        return add(sort, 10, externName(name), SortCode.extern(sort), leb(type));
    }

    /** Defines a resource type. */
    ResourceType resource(String name) {
        ResourceType resource = new ResourceType(name);
        knows(resource, define(bytes(0x3f, 0x7f, 0)));
        return resource;
    }

    /** Defines a resource type with a destructor. */
    ResourceType resource(String name, int destructor) {
        ResourceType resource = new ResourceType(name);
        knows(resource, define(join(bytes(0x3f, 0x7f, 1), leb(destructor))));
        return resource;
    }

    /** Takes a resource type out of an instance and exports it. */
    ResourceType exportFrom(int instance, String name) {
        ResourceType resource = new ResourceType(name);
        knows(resource, alias(Sort.TYPE, instance, name));
        export(resource);
        return resource;
    }

    /** Exports a resource type under its name. */
    void export(ResourceType resource) {
        knows(resource, export(resource.name(), Sort.TYPE, indexOf(resource)));
    }

    int resourceNew(ResourceType resource) {
        return add(Sort.CORE_FUNCTION, 8, bytes(2), leb(indexOf(resource)));
    }

    int resourceDrop(ResourceType resource) {
        return add(Sort.CORE_FUNCTION, 8, bytes(3), leb(indexOf(resource)));
    }

    int resourceRep(ResourceType resource) {
        return add(Sort.CORE_FUNCTION, 8, bytes(4), leb(indexOf(resource)));
    }

    int lift(int coreFunction, FunctionType type, CanonOption... options) {
        int index = functionType(type);
        return add(Sort.FUNCTION, 8, bytes(0, 0), leb(coreFunction), CanonOption.all(options), leb(index));
    }

    int lower(int function, CanonOption... options) {
        return add(Sort.CORE_FUNCTION, 8, bytes(1, 0), leb(function), CanonOption.all(options));
    }

    int export(String name, Sort sort, int index) {
        return add(sort, 11, externName(name), SortCode.of(sort), leb(index), bytes(0));
    }

    /** Exports a function and says its type, in words of what was exported before. */
    int exportAs(String name, int function, FunctionType type) {
        int index = functionType(type);
        return add(Sort.FUNCTION, 11, externName(name), bytes(1), leb(function), bytes(1, 1), leb(index));
    }

    /** Lifts an exported function of a core instance and exports it under the same name. */
    int export(String name, int coreInstance, FunctionType type, CanonOption... options) {
        int lifted = lift(coreAlias(Sort.CORE_FUNCTION, coreInstance, name), type, options);
        return export(name, Sort.FUNCTION, lifted);
    }
}
