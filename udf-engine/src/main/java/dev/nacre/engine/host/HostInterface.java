package dev.nacre.engine.host;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;

/**
 * A named interface that the host provides to guests. Immutable, used by many threads.
 *
 * <p>A component declares the type of every function it imports; the host decides, function by function, whether that
 * type is the one it implements. A function that the component does not import is never asked for.
 */
public interface HostInterface {
    /**
     * Returns whether this is the interface that an import names.
     *
     * @param name without version, for example {@code wasi:cli/environment}; empty for what a world imports outside of
     *     any interface
     * @param version as the import has it behind {@code @}, or the empty string
     */
    boolean provides(String name, String version);

    /**
     * Finds a resource type that the interface defines or passes on.
     *
     * @param resource in kebab case
     */
    Optional<HostResource> resource(String resource);

    /**
     * Finds a function.
     *
     * @param function as imported: {@code get-environment}, {@code [method]output-stream.write}
     * @param declared the type that the component gives it
     * @param resources says which of the host's resources the resource types in {@code declared} stand for
     * @return empty when the interface has no such function
     * @throws dev.nacre.engine.EngineException with {@link dev.nacre.engine.ErrorCode#IMPORT_MISMATCH} when it has one of
     *     another type
     */
    Optional<HostFunction> function(String function, FunctionType declared, ResourceNames resources);

    /**
     * Finds an interface inside this one. WIT has no such thing, but component instances do.
     *
     * @param instance the name it is exported by
     */
    default Optional<HostInterface> instance(String instance) {
        return Optional.empty();
    }

    /**
     * Finds a core module, which the component instantiates itself.
     *
     * @param module the name it is imported by
     */
    default Optional<HostModule> module(String module) {
        return Optional.empty();
    }

    /**
     * Finds a component, which the importing component instantiates itself.
     *
     * @param component the name it is imported by
     */
    default Optional<CompiledComponent> component(String component) {
        return Optional.empty();
    }
}
