package dev.nacre.engine;

import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.host.HostResource;

/**
 * A running component. Used by one thread at a time; hand-over between threads needs a happens-before edge.
 *
 * <p>After a trap, a limit or a cancellation inside any call the instance is closed for further calls, because its state is unknown.
 */
public interface ComponentInstance extends AutoCloseable {
    /**
     * Returns an export, bound to this instance.
     *
     * @param name as for {@link Component#function(String)}
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}, naming the exports there are
     */
    ExportedFunction function(String name);

    /**
     * Returns an exported core module, for a host interface to offer to other components.
     *
     * @param name as exported at the top level
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    HostModule coreModule(String name);

    /**
     * Returns an exported resource type as one of the host, for a host interface to offer to other components: the same
     * object each time the same type is meant. Handles of the type stay with this instance.
     *
     * @param name as exported at the top level
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    HostResource resource(String name);

    /** Returns whether calls are still possible. */
    boolean isOpen();

    /** Returns the bytes of linear memory now held. */
    long memoryBytes();

    /** Gives everything back; calls after it fail with {@link ErrorCode#INSTANCE_CLOSED}. Closing again does nothing. */
    @Override
    void close();
}
