package dev.nacre.engine.host;

import dev.nacre.engine.wit.ResourceType;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A resource type that the host defines. It has identity: the same object wherever the same resource is meant.
 *
 * <p>The handle table of the guest holds, for each handle of such a type, a Java object made by a host function.
 */
public final class HostResource {
    private final String name;
    private final BiConsumer<HostCall, Object> destructor;
    private final ResourceType type;

    /**
     * Makes a resource type whose objects need no cleaning up.
     *
     * @param name interface and resource, for example {@code wasi:io/streams#output-stream}
     */
    public HostResource(String name) {
        this(name, (call, object) -> {});
    }

    /**
     * Makes a resource type.
     *
     * @param name interface and resource, for example {@code wasi:io/streams#output-stream}
     * @param destructor called once when the guest drops its own handle, and for handles left over when the instance
     *     ends; must not throw
     */
    public HostResource(String name, BiConsumer<HostCall, Object> destructor) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.destructor = Objects.requireNonNull(destructor, "destructor is null");
        this.type = new ResourceType(name);
    }

    /** Returns interface and resource name. */
    public String name() {
        return name;
    }

    /** Returns what stands for this resource in types. */
    public ResourceType type() {
        return type;
    }

    /** Cleans up after an object whose own handle is gone. */
    public void drop(HostCall call, Object object) {
        destructor.accept(call, object);
    }

    @Override
    public String toString() {
        return name;
    }
}
