package dev.nacre.engine.link;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.abi.LiftedFunction;
import dev.nacre.engine.abi.RuntimeResource;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.GatedHandles;
import dev.nacre.engine.runtime.SpareMemory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance that the host made. Mutable, used by one thread at a time. */
final class LinkedInstance implements ComponentInstance {
    private final LinkedComponent component;
    private final Session session;
    private final Runnable onClose;
    private final Map<String, LinkedFunction> functions = new HashMap<>();
    private Items exports = new Items(Map.of());
    private int running;
    private boolean released;

    LinkedInstance(LinkedComponent component, Session session, Runnable onClose) {
        this.component = component;
        this.session = session;
        this.onClose = onClose;
        session.store().whenEnded(this::release);
    }

    /** Makes the instances and runs the start functions. */
    void start() {
        exports = component.exportsOf(session);
    }

    @Override
    public ExportedFunction function(String name) {
        session.store().requireOpen();
        ExportNames.Entry entry = component.entry(name);
        return functions.computeIfAbsent(entry.exported().name(), key -> bind(entry));
    }

    @Override
    public HostModule coreModule(String name) {
        return new HostModule(export(name, "core module", CompiledModule.class));
    }

    @Override
    public HostResource resource(String name) {
        return session.offered(export(name, "resource type", RuntimeResource.class));
    }

    private <T> T export(String name, String noun, Class<T> kind) {
        session.store().requireOpen();
        Object item = exports.find(name);
        if (!kind.isInstance(item)) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_EXPORT,
                    "unknown export '" + name + "': the component exports no " + noun + " of that name");
        }
        return kind.cast(item);
    }

    private LinkedFunction bind(ExportNames.Entry entry) {
        Object item = exports;
        for (String name : entry.path()) {
            item = ((Items) item).get(name);
        }
        ComponentFunction function = item instanceof LiftedFunction lifted
                ? lifted.named("function '" + entry.exported().name() + "'")
                : (ComponentFunction) item;
        return new LinkedFunction(this, entry.exported(), function);
    }

    Session session() {
        return session;
    }

    GatedHandles gatedHandles() {
        return component.gatedHandles();
    }

    /** Calls into the guest, and closes the instance when the call ended it. */
    @Nullable
    Object call(ComponentFunction function, @Nullable Object[] arguments) {
        session.store().requireOpen();
        int depth = session.meter().enterCall();
        running++;
        try {
            return function.call(null, arguments);
        } finally {
            session.meter().exitCall(depth);
            exit();
        }
    }

    /** Notes that a typed call from the host starts; the function has checked that it may. */
    void enter() {
        running++;
    }

    /** Notes that a call from the host ended, in whatever way. */
    void exit() {
        running--;
        if (!session.store().isOpen()) {
            release();
        }
    }

    /** Ends the instance, and returns why. */
    EngineException fail(Throwable thrown) {
        return session.store().fail(thrown);
    }

    @Override
    public boolean isOpen() {
        return session.store().isOpen();
    }

    @Override
    public long memoryBytes() {
        return session.memoryBytes();
    }

    @Override
    public ComponentInstance reset(InstanceOptions options) {
        session.store().requireOpen();
        if (running != 0) {
            throw new EngineException(
                    ErrorCode.INSTANCE_BUSY, "the instance runs a call; reset it when the call has returned");
        }
        released = true;
        SpareMemory memory = session.leave();
        onClose.run();
        return component.instantiate(options, memory);
    }

    @Override
    public void close() {
        session.store().end();
        release();
    }

    /** Gives everything back, as soon as no guest code runs any more. */
    private void release() {
        if (!released && running == 0) {
            released = true;
            session.close();
            onClose.run();
        }
    }
}
