package dev.nacre.engine.link;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.abi.LiftedFunction;
import dev.nacre.engine.abi.RuntimeResource;
import dev.nacre.engine.abi.Store;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.GatedHandles;
import dev.nacre.engine.runtime.StackProbe;
import dev.nacre.engine.sandbox.CleanUps;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance that the host made. Mutable, used by one thread at a time. */
final class LinkedInstance implements ComponentInstance {
    private final LinkedComponent component;
    private final Session session;
    private final Store store;
    private final Runnable onClose;
    private final Map<String, LinkedFunction> functions = new HashMap<>();
    private Items exports = new Items(Map.of());

    LinkedInstance(LinkedComponent component, Session session, Runnable onClose) {
        this.component = component;
        this.session = session;
        this.store = session.store();
        this.onClose = onClose;
        store.whenOver(this::release);
    }

    /** Makes the instances and runs the start functions; gives everything back when one fails. */
    void start() {
        store.beginHostCall();
        try {
            exports = component.exportsOf(session);
        } catch (Throwable thrown) {
            throw store.failHostCall(thrown);
        }
        store.endHostCall();
    }

    @Override
    public ExportedFunction function(String name) {
        store.requireOpen();
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
        store.requireOpen();
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
        return new LinkedFunction(this, entry.exported(), callable(entry.exported(), (ComponentFunction) item));
    }

    private static ComponentFunction callable(ExportedFunctionType exported, ComponentFunction function) {
        if (function instanceof LiftedFunction lifted) {
            return lifted.named("function '" + exported.name() + "'");
        }
        return function instanceof HostComponentFunction ? new PassedOnFunction(exported, function) : function;
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
        store.requireOpen();
        StackProbe.checkEntry();
        int depth = session.meter().depth();
        store.beginHostCall();
        Object result;
        try {
            session.meter().enterCall();
            result = function.call(arguments);
        } catch (EngineException failure) {
            session.meter().exitCall(depth);
            throw store.refuseHostCall(failure);
        } catch (Throwable thrown) {
            session.meter().exitCall(depth);
            throw store.failHostCall(thrown);
        }
        session.meter().exitCall(depth);
        store.endHostCall();
        return result;
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    @Override
    public long memoryBytes() {
        return session.memoryBytes();
    }

    @Override
    public ComponentInstance reset(InstanceOptions options) {
        requireNonNull(options, "options is null");
        store.requireOpen();
        if (store.isRunning()) {
            throw new EngineException(
                    ErrorCode.INSTANCE_BUSY, "the instance runs a call; reset it when the call has returned");
        }
        store.whenOver(() -> {});
        new CleanUps().run(session::leave).run(onClose).finish();
        return component.instantiate(options, session.spare());
    }

    @Override
    public void close() {
        store.endAndGiveBack();
    }

    private void release() {
        new CleanUps().run(session::close).run(onClose).finish();
    }
}
