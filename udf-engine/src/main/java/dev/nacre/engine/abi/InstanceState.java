package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.ResourceType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the canonical ABI keeps for one component instance. Mutable, used by one thread at a time.
 *
 * <p>CanonicalABI.md, "Component Instances": two flags say whether code may enter and may leave, and an instance that is
 * entered counts its ancestors as entered too. That a lowered function may not call an instance of its own line at all is
 * decided where it is made ({@link LoweredFunction#of}).
 */
public final class InstanceState {
    private final Store store;
    private final @Nullable InstanceState parent;
    private final HandleTable handles;
    private final Map<ResourceType, RuntimeResource> resources = new HashMap<>();
    private boolean mayEnter = true;
    private boolean mayLeave = true;
    private int backpressure;
    private @Nullable TaskStorage taskStorage;

    /**
     * @param parent the instance whose definition made this one, null for one made by the host
     */
    public InstanceState(Store store, @Nullable InstanceState parent) {
        this.store = store;
        this.parent = parent;
        this.handles = new HandleTable(store);
        store.add(this);
    }

    /** Returns what this instance shares with those around it. */
    public Store store() {
        return store;
    }

    /** Says which run-time resource a resource type of the component's text stands for. A type keeps what it was given first. */
    public void bind(ResourceType type, RuntimeResource resource) {
        resources.putIfAbsent(type, resource);
        resource.nameByExport(type.name());
    }

    /** Does the same for a resource type that the component imports. */
    public void bindImport(ResourceType type, RuntimeResource resource) {
        resources.putIfAbsent(type, resource);
        resource.nameByImport(type.name());
    }

    /** Returns the run-time resource that a resource type of the component's text stands for. */
    public RuntimeResource resource(ResourceType type) {
        RuntimeResource resource = resources.get(type);
        if (resource == null) {
            throw new EngineException(ErrorCode.INTERNAL, "resource type '" + type + "' was bound to no resource");
        }
        return resource;
    }

    HandleTable handles() {
        return handles;
    }

    boolean mayLeave() {
        return mayLeave;
    }

    void setMayLeave(boolean allowed) {
        mayLeave = allowed;
    }

    int backpressure() {
        return backpressure;
    }

    void setBackpressure(int value) {
        backpressure = value;
    }

    /** Returns what the guest keeps for the calls that run; made when the first built-in for it is. */
    TaskStorage taskStorage() {
        TaskStorage current = taskStorage;
        if (current == null) {
            current = new TaskStorage();
            taskStorage = current;
        }
        return current;
    }

    /** Says that a call begins inside, of an export, a destructor or the allocator. */
    void beginTask() {
        if (taskStorage != null) {
            taskStorage.begin();
        }
    }

    /** Says that the call that began last ended well. */
    void endTask() {
        if (taskStorage != null) {
            taskStorage.end();
        }
    }

    /** Fails when the instance may not call out, because it is allocating or cleaning up for the host. */
    public void requireMayLeave() {
        if (!mayLeave) {
            throw new EngineException(
                    ErrorCode.ABI_VIOLATION, "cannot leave component instance while it allocates or after it returned");
        }
    }

    /** Fails when a call that the host made meanwhile trapped, whatever the host made of it. */
    void requireIntact() {
        store.requireIntact();
    }

    /** Enters this instance and those around it that the caller is not in. */
    void enterFrom(@Nullable InstanceState caller) {
        store.requireOpen();
        for (InstanceState each = this; each != null && !each.encloses(caller); each = each.parent) {
            if (!each.mayEnter) {
                throw new EngineException(
                        ErrorCode.ABI_VIOLATION, "cannot enter component instance: it is running already");
            }
        }
        setEntered(caller, true);
        beginTask();
    }

    /** Enters this instance and those around it for a call of the host: {@link #enterFrom}, short for an outermost one. */
    void enterFromHost() {
        if (parent == null && mayEnter && store.isOpen()) {
            mayEnter = false;
            beginTask();
        } else {
            enterFrom(null);
        }
    }

    /** Leaves what {@link #enterFromHost} entered. */
    void leaveToHost() {
        if (parent == null) {
            mayEnter = true;
            endTask();
        } else {
            leaveTo(null);
        }
    }

    /** Leaves what {@link #enterFrom} entered. */
    void leaveTo(@Nullable InstanceState caller) {
        setEntered(caller, false);
        endTask();
    }

    private void setEntered(@Nullable InstanceState caller, boolean entered) {
        for (InstanceState each = this; each != null && !each.encloses(caller); each = each.parent) {
            each.mayEnter = !entered;
        }
    }

    /** Returns whether another instance is this one or stands in it. */
    boolean encloses(@Nullable InstanceState inner) {
        for (InstanceState each = inner; each != null; each = each.parent) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }
}
