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
     * @return the same object each time
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}, naming the exports there are, or
     *     {@link ErrorCode#INSTANCE_CLOSED}
     */
    ExportedFunction function(String name);

    /**
     * Returns an exported core module, for a host interface to offer to other components.
     *
     * @param name as exported at the top level
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT} or {@link ErrorCode#INSTANCE_CLOSED}
     */
    HostModule coreModule(String name);

    /**
     * Returns an exported resource type as one of the host, for a host interface to offer to other components: the same
     * object each time the same type is meant. Handles of the type stay with this instance.
     *
     * @param name as exported at the top level
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT} or {@link ErrorCode#INSTANCE_CLOSED}
     */
    HostResource resource(String name);

    /** Returns whether calls are still possible. */
    boolean isOpen();

    /** Returns the bytes of linear memory now held, nested instances and those of providers included; 0 when closed. */
    long memoryBytes();

    /**
     * Closes this instance and returns a fresh one of the same component, byte for byte as
     * {@link Component#instantiate} makes it: the new instance starts in the memory that this one leaves behind, filled with
     * zeros, which costs less than memory from the collector. Core start functions run again; functions, handles and
     * resources of this instance are closed.
     *
     * @param options of the new instance
     * @throws EngineException with {@link ErrorCode#INSTANCE_CLOSED} when this instance is closed or ended with an error,
     *     {@link ErrorCode#INSTANCE_BUSY} inside of a call, and all that {@link Component#instantiate} throws
     */
    ComponentInstance reset(InstanceOptions options);

    /**
     * Gives everything back; calls after it fail with {@link ErrorCode#INSTANCE_CLOSED}. Host resources that the guest still
     * holds are dropped, its own are forgotten without their destructors. Inside of a call no further call gets in, and the
     * rest happens when the call returns. Closing again does nothing.
     */
    @Override
    void close();
}
