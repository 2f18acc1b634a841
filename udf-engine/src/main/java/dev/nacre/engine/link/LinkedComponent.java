package dev.nacre.engine.link;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.runtime.GatedHandles;
import dev.nacre.engine.runtime.SpareMemory;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A component that can be instantiated. */
final class LinkedComponent implements Component {
    private final OpenComponent component;
    private final LinkedImports imports;
    private final ExportNames exports;

    LinkedComponent(OpenComponent component, LinkedImports imports) {
        this.component = component;
        this.imports = imports;
        this.exports = new ExportNames(component.type());
    }

    @Override
    public String sha256() {
        return component.sha256();
    }

    @Override
    public ComponentType type() {
        return component.type();
    }

    @Override
    public String wit() {
        return component.wit();
    }

    @Override
    public List<String> slowFunctions() {
        return component.slowFunctions();
    }

    @Override
    public List<ExportedFunctionType> functions() {
        return exports.functions();
    }

    @Override
    public List<ExportedFunctionType> resourceFunctions() {
        return exports.resourceFunctions();
    }

    @Override
    public Optional<ExportedFunctionType> function(String name) {
        return exports.find(name).map(ExportNames.Entry::exported);
    }

    /** Returns the type of an export as those see it who are linked to this component. */
    Optional<ExternType> exportedType(String name) {
        return imports.exports().stream()
                .filter(export -> export.name().equals(name))
                .map(NamedExtern::type)
                .findFirst();
    }

    @Override
    public ComponentInstance instantiate(InstanceOptions options) {
        return EngineBoundary.guarded("instantiating", () -> instantiate(options, new SpareMemory()));
    }

    /**
     * Makes an instance.
     *
     * @param spare asked for the arrays of memories; what the new instance does not take is let go, because no budget counts it
     */
    ComponentInstance instantiate(InstanceOptions options, SpareMemory spare) {
        Session session = new Session(component.limits(), options, spare);
        AtomicLong liveInstances = component.liveInstances();
        liveInstances.incrementAndGet();
        LinkedInstance instance = new LinkedInstance(this, session, liveInstances::decrementAndGet);
        instance.start();
        spare.clear();
        return instance;
    }

    /** Runs all core start functions and returns what the new instance exports. */
    Items exportsOf(Session session) {
        int depth = session.meter().enterCall();
        try {
            return Instantiation.of(component.plan(), session, null, null, imports.items(session));
        } finally {
            session.meter().exitCall(depth);
        }
    }

    GatedHandles gatedHandles() {
        return component.gatedHandles();
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
