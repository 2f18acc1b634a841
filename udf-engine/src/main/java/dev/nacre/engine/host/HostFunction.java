package dev.nacre.engine.host;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function of the host, as a guest calls it.
 *
 * <p>Used by many instances at once, so it keeps no state of its own: what belongs to an instance is in the
 * {@link HostCall}. It takes no locks and leaves nothing half done, because a guest may call it with its stack nearly
 * used up.
 */
@FunctionalInterface
public interface HostFunction {
    /**
     * Runs the function.
     *
     * @param call what belongs to the calling instance
     * @param arguments in the Java forms of {@link dev.nacre.engine.wit.WitType}; a handle of a host resource is the Java
     *     object behind it, and an {@code own} handle among the arguments is no longer the guest's
     * @return the result in its Java form, null for none; an {@code own} handle is the Java object for which the guest
     *     gets a new handle
     * @throws dev.nacre.engine.EngineException to end the guest's call with that code; any other exception ends it with
     *     {@link dev.nacre.engine.ErrorCode#HOST_FAILURE}. Either closes the instance
     */
    @Nullable
    Object call(HostCall call, @Nullable Object[] arguments);

    /** Returns a form of this function for hot paths that works on flat arguments, when it has one. */
    default Optional<RawHostFunction> raw() {
        return Optional.empty();
    }
}
