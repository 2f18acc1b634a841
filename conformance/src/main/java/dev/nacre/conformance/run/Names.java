package dev.nacre.conformance.run;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The named instances of a script, and what they offer to later components: core modules and resource types. */
final class Names {
    private final HostInterfaces host;
    private final Map<String, Attempt<Running>> instances = new LinkedHashMap<>();
    private final Map<String, HostInterface> offered = new LinkedHashMap<>();
    private final Set<Running> all = new LinkedHashSet<>();

    /**
     * @param host what is offered beside named instances
     */
    Names(HostInterfaces host) {
        this.host = host;
    }

    /**
     * Gives an instance a name. An earlier one of that name can no longer be found, but what it offered stays usable.
     *
     * @return the instance, or why it cannot be offered to others
     */
    Attempt<Running> put(String name, Attempt<Running> instance) {
        Attempt<Running> usable = instance.then(
                running -> Instances.attempt(() -> offered(name, running)).then(done -> instance));
        instances.put(name, usable);
        return usable;
    }

    private HostInterface offered(String name, Running running) {
        all.add(running);
        HostInterface offer = offer(name, running);
        offered.put(name, offer);
        return offer;
    }

    boolean has(Running running) {
        return all.contains(running);
    }

    void forEach(Consumer<Running> action) {
        all.forEach(action);
    }

    Optional<Attempt<Running>> find(String name) {
        return Optional.ofNullable(instances.get(name));
    }

    /** Returns what a component may import, or why it cannot be linked: it imports an instance that is not there. */
    Attempt<HostInterfaces> importsOf(CompiledComponent component) {
        for (NamedExtern needed : component.type().imports()) {
            Attempt<Running> instance = instances.get(needed.name());
            if (instance != null && instance.isEnded()) {
                return Attempt.ended(instance.verdict());
            }
        }
        HostInterfaces all = host;
        for (HostInterface instance : offered.values()) {
            all = all.with(instance);
        }
        return Attempt.made(all);
    }

    private static HostInterface offer(String name, Running running) {
        HostTable.Builder table = HostTable.named(name);
        ComponentInstance instance = running.instance();
        for (NamedExtern export : running.component().type().exports()) {
            if (export.type() instanceof ExternType.Module) {
                table.module(export.name(), instance.coreModule(export.name()));
            } else if (export.type() instanceof ExternType.Resource) {
                table.resource(export.name(), instance.resource(export.name()));
            }
        }
        return table.build();
    }
}
