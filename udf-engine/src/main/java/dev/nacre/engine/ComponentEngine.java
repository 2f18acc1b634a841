package dev.nacre.engine;

import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.link.ComponentEngines;

/**
 * Loads components. One engine serves a whole JVM or database; safe for use by many threads.
 *
 * <p>A component with the same bytes is loaded once and shared for as long as it is in use.
 *
 * <p>Threads of the engine compile, {@linkplain Compilations few at a time}; the caller waits, at most for
 * {@link Setting#COMPILE_TIMEOUT} and a second until a thread is free, and as long again from then on. A component that took too
 * long is refused at once for some minutes.
 *
 * {@snippet :
 * try (ComponentEngine engine = ComponentEngine.create(new EngineOptions(Limits.sandbox(), host))) {
 *     Component component = engine.load(bytes);
 *     try (ComponentInstance instance = component.instantiate(new InstanceOptions(meter, log))) {
 *         Object result = instance.function("handle-data").call(payload);
 *     }
 * }
 * }
 */
public interface ComponentEngine extends AutoCloseable {
    /** Makes an engine. It compiles nothing before it is asked to, and has no threads. */
    static ComponentEngine create(EngineOptions options) {
        return ComponentEngines.create(options);
    }

    /**
     * Decodes, screens, validates, links and compiles a component: {@link #compile} and {@link CompiledComponent#link} with
     * the engine's own host interfaces, which are asked before anything is compiled.
     *
     * @param component the bytes; not kept
     * @throws EngineException when they are not a component that this engine runs: numbers 1000 to 1008 of
     *     {@link ErrorCode}
     */
    Component load(byte[] component);

    /**
     * Loads a component under other limits than the engine's: as {@link #load(byte[])}, but the component is held to these
     * caps, also when it is loaded already, and compiling may take as long as they say.
     *
     * @param component the bytes; not kept
     * @param limits features and caps, and {@link Setting#COMPILE_TIMEOUT}; of the instances, too, unless
     *     {@link InstanceOptions} has others, and unless somebody loaded the same component under limits of his own before
     * @throws EngineException as {@link #load(byte[])}
     */
    default Component load(byte[] component, Limits limits) {
        return load(component, limits, new Object());
    }

    /**
     * Loads a component for somebody who has a share of the engine's threads, and no more: as {@link #load(byte[], Limits)}.
     *
     * @param owner for whom; the same one as all that it equals. Others of these methods load each time for an owner of its own
     * @throws EngineException as {@link #load(byte[])}
     */
    Component load(byte[] component, Limits limits, Object owner);

    /**
     * Decodes, screens, validates and compiles a component, and leaves its imports open.
     *
     * @param component the bytes; not kept
     * @throws EngineException when they are not a component that this engine runs: as {@link #load}, but nothing about
     *     imports
     */
    CompiledComponent compile(byte[] component);

    /**
     * Screens, validates and compiles a core module, for {@link dev.nacre.engine.host.HostInterface#module} to offer to
     * components that import one.
     *
     * @param module the bytes; not kept
     * @throws EngineException when they are not a core module that this engine runs
     */
    HostModule coreModule(byte[] module);

    /**
     * Decodes and validates a component without asking whether its imports are provided and without compiling it.
     *
     * @param component the bytes; not kept
     * @throws EngineException when they are not a valid component, and with {@link ErrorCode#IMPORT_MISMATCH} when an import
     *     is provided with another type
     */
    ComponentDescription describe(byte[] component);

    /** Returns how many instances of this engine's components are open now; those inside of another do not count. */
    long liveInstances();

    /**
     * Ends the engine's compiler threads, which end by themselves too while there is nothing to compile. Components stay usable;
     * no more can be loaded, and who waits for one gets an {@link EngineException} with {@link ErrorCode#CANCELLED}.
     */
    @Override
    void close();
}
