package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.sandbox.CleanUps;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource type of a running instance. Has identity: another instance of the same component has another one.
 *
 * <p>CanonicalABI.md, "Resource State", {@code ResourceType}. A resource of a guest is an {@code i32} that only the guest
 * understands; a resource of the host is a Java object. Mutable in its name alone, which is for messages.
 */
public final class RuntimeResource {
    private String name;
    private boolean nameIsFinal;
    private final @Nullable InstanceState owner;
    private final @Nullable CoreFunction destructor;
    private final Consumer<Object> hostDestructor;

    private RuntimeResource(
            String name,
            @Nullable InstanceState owner,
            @Nullable CoreFunction destructor,
            Consumer<Object> hostDestructor) {
        this.name = name;
        this.nameIsFinal = !name.isEmpty();
        this.owner = owner;
        this.destructor = destructor;
        this.hostDestructor = hostDestructor;
    }

    /** Makes a resource type that a guest defines; without destructor nothing runs when a resource is dropped. */
    public static RuntimeResource ofGuest(String name, InstanceState owner, @Nullable CoreFunction destructor) {
        return new RuntimeResource(name, owner, destructor, object -> {});
    }

    /** Makes a resource type whose values are Java objects. */
    public static RuntimeResource ofHost(String name, Consumer<Object> destructor) {
        return new RuntimeResource(name, null, null, destructor);
    }

    /** Returns the name for messages. */
    public String name() {
        return name.isEmpty() ? "resource" : name;
    }

    /** Gives a name to a resource type that has none yet: a definition has no name, only what exports it. */
    void nameByExport(String given) {
        if (!nameIsFinal && !given.isEmpty()) {
            name = given;
            nameIsFinal = true;
        }
    }

    /** Gives a name until something exports the type: an importer may call it what it likes. */
    void nameByImport(String given) {
        if (name.isEmpty()) {
            name = given;
        }
    }

    boolean isHost() {
        return owner == null;
    }

    /** Returns whether an instance defines this type, so that it sees the representation itself. */
    boolean isOwnedBy(InstanceState instance) {
        return owner == instance;
    }

    /** Returns whether the guest that defines this type still runs. */
    boolean isAlive() {
        return owner != null && owner.store().isOpen();
    }

    /** Drops a resource whose own handle is gone. */
    void drop(Handle handle, InstanceState caller) {
        Object object = handle.hostObject();
        if (object != null) {
            dropHost(object);
        } else {
            dropGuest(caller, handle.representation());
        }
    }

    /** Drops a Java object whose own handle is gone, or is left when the instance ends. */
    void dropHost(Object object) {
        try {
            hostDestructor.accept(object);
        } catch (EngineException | VirtualMachineError meant) {
            throw meant;
        } catch (Throwable failure) {
            throw CleanUps.hostFailure("a resource of type '" + name() + "'", failure);
        }
    }

    /**
     * Drops a guest's resource that the host held.
     *
     * @param entered told when the destructor will run, and not before the instance could be entered
     */
    void dropFromHost(int representation, Runnable entered) {
        InstanceState instance = owner;
        if (instance != null) {
            instance.enterFrom(null);
            entered.run();
            instance.store().runFromHost(() -> destroy(instance, null, representation));
        }
    }

    /** Enters the instance even when nothing is to run there: whether a drop is allowed must not depend on that. */
    private void dropGuest(InstanceState caller, int representation) {
        InstanceState instance = owner;
        if (instance != null) {
            instance.enterFrom(caller);
            destroy(instance, caller, representation);
        }
    }

    private void destroy(InstanceState instance, @Nullable InstanceState caller, int representation) {
        if (destructor != null) {
            destructor.invoke(new long[] {representation});
        }
        instance.leaveTo(caller);
    }
}
