package dev.nacre.engine.link;

import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.abi.Store;
import dev.nacre.engine.host.HostCall;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreExtern;
import dev.nacre.engine.runtime.CoreInstance;
import dev.nacre.engine.runtime.InstanceContext;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.ArrayList;
import java.util.List;

/** Everything that one instance made by the host holds, nested instances included. Mutable, used by one thread at a time. */
final class Session implements AutoCloseable {
    private final Store store;
    private final InstanceContext context;
    private final HostCall hostCall;
    private final List<CoreInstance> coreInstances = new ArrayList<>();

    Session(Limits limits, InstanceOptions options) {
        this.store = new Store(limits, options.meter());
        this.context = new InstanceContext(options.meter(), new MemoryBudget(limits.get(Setting.MEMORY_BYTES)), limits);
        this.hostCall = new HostCall(options.meter(), options.log());
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

    CoreInstance instantiate(CompiledModule module, List<CoreExtern> imports) {
        CoreInstance instance = module.instantiate(imports, context);
        coreInstances.add(instance);
        return instance;
    }

    /** Returns the bytes of all linear memories. */
    long memoryBytes() {
        return coreInstances.stream().mapToLong(CoreInstance::memoryBytes).sum();
    }

    /** Gives everything back. Closing again does nothing. */
    @Override
    public void close() {
        store.close();
        hostCall.close();
        coreInstances.forEach(CoreInstance::close);
        coreInstances.clear();
    }
}
