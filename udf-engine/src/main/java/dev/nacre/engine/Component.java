package dev.nacre.engine;

import dev.nacre.engine.wit.ComponentType;
import java.util.List;
import java.util.Optional;

/**
 * A component that was decoded, validated, linked and compiled once, ready to be instantiated many times.
 *
 * <p>Immutable and safe for use by many threads.
 */
public interface Component {
    /** Returns the SHA-256 of the component's bytes, 64 lower-case hexadecimal digits. */
    String sha256();

    /** Returns the imports and exports with their types. */
    ComponentType type();

    /** Returns the component's world as WIT text. */
    String wit();

    /**
     * Returns the core functions that the JIT compiler of the JVM leaves alone, because their compiled form has more than
     * 8,000 bytes: they run some sixty times slower than others. Each with index, name and size, for a warning; mostly none.
     */
    List<String> slowFunctions();

    /**
     * Returns the exported functions, in the order of the component's exports: those of the world and of its interfaces, but not
     * the constructors, methods and static functions of resources, which {@link #function} finds and {@link #type()} has.
     */
    List<ExportedFunctionType> functions();

    /**
     * Returns the constructors, methods and static functions of exported resources, in the order of the component's exports,
     * for example {@code namespace:package/interface#[method]counter.next}. A method's first parameter is the borrowed
     * resource.
     */
    List<ExportedFunctionType> resourceFunctions();

    /**
     * Finds an exported function.
     *
     * @param name {@code func}, or {@code namespace:package/interface#func} with or without {@code @version} before the
     *     {@code #}; a name without version must be unique. Functions of resources are {@code [constructor]r},
     *     {@code [method]r.m} and {@code [static]r.m} in the place of {@code func}
     * @return empty when there is none of that name, or several
     */
    Optional<ExportedFunctionType> function(String name);

    /**
     * Makes a fresh instance: own memory, own globals, own tables, core start functions run (Explainer.md,
     * "Instance Definitions"). Instances of the components that this one was linked to are made with it.
     *
     * @throws EngineException when a start function or a segment traps or a limit is reached; nothing of the instance is left
     */
    ComponentInstance instantiate(InstanceOptions options);
}
