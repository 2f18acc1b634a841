package dev.nacre.engine;

import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.wit.ComponentType;
import java.util.List;

/**
 * A component that was decoded, validated and compiled, and whose imports are still open.
 *
 * <p>Immutable and safe for use by many threads. Linking costs no compilation: the same compiled component can be linked in
 * several ways.
 */
public interface CompiledComponent {
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
     * Gives every import what it asks for: the export of that name of the first provider that has one, else what the host
     * has. Explainer.md, "Type Checking", says what fits.
     *
     * <p>An instance of the linked component has instances of its providers inside: one of each, however many components
     * it serves, so that two components that were linked to the same provider share its resources. A trap in one ends
     * all. It runs under the limits of the engine that compiled this component.
     *
     * {@snippet :
     * Component store = engine.compile(storeBytes).link(host);
     * Component shop = engine.compile(shopBytes).link(host, store);
     * }
     *
     * @param host asked for what no provider exports
     * @param providers asked in order, by the very names of the imports
     * @throws EngineException with {@link ErrorCode#UNKNOWN_IMPORT}, naming what is missing (of very
     *     much the first hundred), or
     *     {@link ErrorCode#IMPORT_MISMATCH}, with expected and found type, or {@link ErrorCode#ARGUMENT_MISMATCH} for
     *     providers that no engine made
     */
    Component link(HostInterfaces host, Component... providers);
}
