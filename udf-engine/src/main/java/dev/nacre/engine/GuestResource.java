package dev.nacre.engine;

/**
 * A resource that a guest defines, held by the host: what an {@code own} result of such a type is in Java, and what a
 * {@code borrow} or {@code own} parameter takes (CanonicalABI.md, "Resource State"). Belongs to the instance that gave it, with that instance's rule: one thread
 * at a time.
 *
 * <p>Passing it to an {@code own} parameter gives it away. A resource that is left when the instance closes goes with it.
 */
public interface GuestResource extends AutoCloseable {
    /** Returns the name of the resource type in WIT, for messages. */
    String typeName();

    /** Returns whether the host still holds the resource. */
    boolean isOpen();

    /**
     * Drops the resource, which runs the guest's destructor. Closing again, or after the resource was given away or the
     * instance closed, does nothing.
     *
     * @throws EngineException when the destructor fails, after which the instance is closed; with
     *     {@link ErrorCode#ARGUMENT_MISMATCH} when the resource is lent to a call that runs
     */
    @Override
    void close();
}
