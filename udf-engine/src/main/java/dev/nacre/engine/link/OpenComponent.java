package dev.nacre.engine.link;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.runtime.GatedHandles;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.WitPrinter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A compiled component whose imports are open. */
final class OpenComponent implements CompiledComponent {
    /** The name of a world that has lost its own, as tools print it. */
    static final String WORLD = "root";

    private final String sha256;
    private final ComponentType type;
    private final ComponentPlan plan;
    private final List<String> slowFunctions;
    private final Limits limits;
    private final AtomicLong liveInstances;
    private final GatedHandles gatedHandles = new GatedHandles();
    private @Nullable LinkedComponent standard;

    /**
     * @param slowFunctions for people; see {@link CompiledComponent#slowFunctions}
     * @param liveInstances counts the instances of all components of the engine
     */
    OpenComponent(
            String sha256,
            ComponentType type,
            ComponentPlan plan,
            List<String> slowFunctions,
            Limits limits,
            AtomicLong liveInstances) {
        this.sha256 = sha256;
        this.type = type;
        this.plan = plan;
        this.slowFunctions = List.copyOf(slowFunctions);
        this.limits = limits;
        this.liveInstances = liveInstances;
    }

    /**
     * Returns what an engine made.
     *
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} for an object that no engine made
     */
    static OpenComponent of(CompiledComponent component) {
        if (component instanceof OpenComponent open) {
            return open;
        }
        throw foreign(component);
    }

    private static LinkedComponent linked(Component component) {
        if (component instanceof LinkedComponent linked) {
            return linked;
        }
        throw foreign(component);
    }

    private static EngineException foreign(Object component) {
        return new EngineException(
                ErrorCode.ARGUMENT_MISMATCH,
                "expected a component that a ComponentEngine made, found "
                        + component.getClass().getName());
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
    public List<String> slowFunctions() {
        return slowFunctions;
    }

    ComponentPlan plan() {
        return plan;
    }

    Limits limits() {
        return limits;
    }

    AtomicLong liveInstances() {
        return liveInstances;
    }

    GatedHandles gatedHandles() {
        return gatedHandles;
    }

    @Override
    public Component link(HostInterfaces host, Component... providers) {
        List<LinkedComponent> linked =
                Stream.of(providers).map(OpenComponent::linked).toList();
        return EngineBoundary.guarded("linking", () -> link(host, linked));
    }

    /** Returns the component linked with the host of its engine: one object, however often it is loaded. */
    synchronized LinkedComponent linkedToStandard(HostInterfaces host) {
        LinkedComponent known = standard;
        if (known == null) {
            known = link(host, List.of());
            standard = known;
        }
        return known;
    }

    private LinkedComponent link(HostInterfaces host, List<LinkedComponent> providers) {
        LinkedImports imports = ImportLinker.link(type, host, providers, limits);
        imports.requireComplete();
        return new LinkedComponent(this, imports);
    }
}
