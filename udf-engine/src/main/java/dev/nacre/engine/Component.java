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

    /** Returns every function that can be called by name, in the order of the component's exports. */
    List<ExportedFunctionType> functions();

    /**
     * Finds an exported function.
     *
     * @param name {@code func}, or {@code namespace:package/interface#func} with or without {@code @version} before the
     *     {@code #}; a name without version must be unique
     */
    Optional<ExportedFunctionType> function(String name);

    /**
     * Makes a fresh instance: own memory, own globals, own tables, core start functions run.
     *
     * @throws EngineException when a start function traps or a limit is reached
     */
    ComponentInstance instantiate(InstanceOptions options);
}
