package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.abi.RuntimeResource;
import dev.nacre.engine.abi.Store;
import dev.nacre.engine.host.HostCall;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreExtern;
import dev.nacre.engine.runtime.CoreInstance;
import dev.nacre.engine.runtime.InstanceContext;
import dev.nacre.engine.runtime.SpareMemory;
import dev.nacre.engine.sandbox.CleanUps;
import dev.nacre.engine.sandbox.HandleBudget;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Everything that one instance made by the host holds, nested instances included. Mutable, used by one thread at a time. */
final class Session implements AutoCloseable {
    private final Limits limits;
    private final Store store;
    private final InstanceContext context;
    private final HostCall hostCall;
    private final List<CoreInstance> coreInstances = new ArrayList<>();
    private final Map<HostResource, RuntimeResource> hostResources = new IdentityHashMap<>();
    private final Map<RuntimeResource, HostResource> offered = new IdentityHashMap<>();
    private final Map<LinkedComponent, Items> provided = new IdentityHashMap<>();
    private int instances;

    /**
     * @param loaded what the component was loaded under
     * @param spare arrays for the memories
     */
    Session(Limits loaded, InstanceOptions options, SpareMemory spare) {
        this.limits = options.limits().orElse(loaded);
        MemoryBudget memory = options.memory().orElseGet(() -> new MemoryBudget(limits.get(Setting.MEMORY)));
        HandleBudget handles = options.handles().orElseGet(() -> new HandleBudget(limits.get(Setting.HANDLES)));
        this.store = new Store(limits, options.meter(), memory, handles);
        this.context = new InstanceContext(options.meter(), memory, limits, spare);
        this.hostCall = new HostCall(options.meter(), options.log(), options.grants());
    }

    Store store() {
        return store;
    }

    Meter meter() {
        return context.meter();
    }

    HostCall hostCall() {
        return hostCall;
    }

    /** Returns the instance's resource type for one of the host; a type that several interfaces name is one. */
    RuntimeResource hostResource(HostResource resource) {
        return hostResources.computeIfAbsent(resource, key -> {
            RuntimeResource made = RuntimeResource.ofHost(key.name(), object -> key.drop(hostCall, object));
            offered.put(made, key);
            return made;
        });
    }

    /** Returns a resource type of the instance as one that the host can offer to other components. */
    HostResource offered(RuntimeResource resource) {
        return offered.computeIfAbsent(resource, key -> new HostResource(key.name()));
    }

    /** Returns the exports of a component that others here were linked to, instantiated when the first asks. */
    Items provided(LinkedComponent provider) {
        Items known = provided.get(provider);
        if (known == null) {
            known = provider.exportsOf(this);
            provided.put(provider, known);
        }
        return known;
    }

    /**
     * Counts an instance that a component makes inside: a component that is instantiated by several others makes more than it
     * has definitions, without running any code.
     *
     * @throws EngineException with {@link ErrorCode#LIMIT}
     */
    void countInstance() {
        long most = limits.get(Setting.COMPONENT_INSTANCES);
        if (instances >= most) {
            throw new EngineException(
                    ErrorCode.LIMIT,
                    "the component makes more than " + most + " instances inside, at most " + most
                            + " allowed (setting " + Setting.COMPONENT_INSTANCES.key() + ")");
        }
        instances++;
    }

    CoreInstance instantiate(CompiledModule module, List<CoreExtern> imports) {
        countInstance();
        CoreInstance instance = module.instantiate(imports, context);
        coreInstances.add(instance);
        return instance;
    }

    /** Returns the instances of core modules, in the order of their making. */
    List<CoreInstance> coreInstances() {
        return List.copyOf(coreInstances);
    }

    /** Returns the bytes of all linear memories. */
    long memoryBytes() {
        return coreInstances.stream().mapToLong(CoreInstance::memoryBytes).sum();
    }

    /** Gives everything back. Closing again does nothing. */
    @Override
    public void close() {
        new CleanUps().run(this::leave).run(context.spare()::clear).finish();
    }

    /** Gives everything back but the arrays of the memories, which are {@link #spare} then. */
    void leave() {
        CleanUps cleanUps = new CleanUps().run(store::close).run(hostCall::close);
        coreInstances.forEach(CoreInstance::close);
        coreInstances.clear();
        context.releaseElements();
        cleanUps.finish();
    }

    /** Returns the arrays of memories that are in use no more. */
    SpareMemory spare() {
        return context.spare();
    }
}
