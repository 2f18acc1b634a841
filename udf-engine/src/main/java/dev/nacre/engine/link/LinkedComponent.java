package dev.nacre.engine.link;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.runtime.GatedHandles;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.WitPrinter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A component that can be instantiated. */
final class LinkedComponent implements Component {
    /** The name of a world that has lost its own, as tools print it. */
    static final String WORLD = "root";

    private final String sha256;
    private final ComponentType type;
    private final ComponentPlan plan;
    private final HostImports imports;
    private final ExportNames exports;
    private final Limits limits;
    private final AtomicLong liveInstances;
    private final GatedHandles gatedHandles = new GatedHandles();

    LinkedComponent(
            String sha256,
            ComponentType type,
            ComponentPlan plan,
            HostImports imports,
            Limits limits,
            AtomicLong liveInstances) {
        this.sha256 = sha256;
        this.type = type;
        this.plan = plan;
        this.imports = imports;
        this.exports = new ExportNames(type);
        this.limits = limits;
        this.liveInstances = liveInstances;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public ComponentType type() {
        return type;
    }

    @Override
    public String wit() {
        return WitPrinter.print(type, WORLD);
    }

    @Override
    public List<ExportedFunctionType> functions() {
        return exports.functions();
    }

    @Override
    public Optional<ExportedFunctionType> function(String name) {
        return exports.find(name).map(ExportNames.Entry::exported);
    }

    @Override
    public ComponentInstance instantiate(InstanceOptions options) {
        Session session = new Session(limits, options);
        liveInstances.incrementAndGet();
        LinkedInstance instance = new LinkedInstance(this, session, liveInstances::decrementAndGet);
        try {
            instance.start();
        } catch (Throwable thrown) {
            instance.close();
            throw session.store().fail(thrown);
        }
        return instance;
    }

    /** Runs all core start functions and returns what the new instance exports. */
    Items exportsOf(Session session) {
        int depth = session.meter().enterCall();
        try {
            return Instantiation.of(plan, session, null, null, imports.items(session));
        } finally {
            session.meter().exitCall(depth);
        }
    }

    GatedHandles gatedHandles() {
        return gatedHandles;
    }

    /** Finds an exported function. */
    ExportNames.Entry entry(String name) {
        return exports.find(name).orElseThrow(() -> unknown(name));
    }

    private EngineException unknown(String name) {
        String known = functions().stream().map(ExportedFunctionType::name).collect(Collectors.joining("', '"));
        return new EngineException(
                ErrorCode.UNKNOWN_EXPORT,
                known.isEmpty()
                        ? "unknown export '" + name + "': the component exports no function"
                        : "unknown export '" + name + "': expected one of '" + known + "'");
    }
}
