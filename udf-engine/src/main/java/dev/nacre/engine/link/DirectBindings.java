package dev.nacre.engine.link;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.validate.Definition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shims of a component that need not exist: whoever imports from one is given the functions that a fixup module would put
 * into its table. Immutable.
 *
 * <p>Toolchains break a cycle in this way: the main module's imports need canonical functions, these need the main module's
 * memory, and that is there only after the main module has its imports. A shim is left out only when its shape and all uses of
 * it and of its fixup are known; otherwise both are compiled and run like any module.
 */
final class DirectBindings {
    private final Map<Integer, Binding> byShim = new HashMap<>();
    private final Map<Integer, Binding> byFixup = new HashMap<>();

    /**
     * A shim and its fixup.
     *
     * @param shimInstance the core instance that is not made
     * @param fixupInstance the core instance that is not made either
     * @param shape of the shim
     * @param targets core functions by slot: of the host, or of a module that adapts it
     */
    record Binding(int shimInstance, int fixupInstance, ShimShape shape, Map<Integer, Integer> targets) {
        Binding {
            targets = Map.copyOf(targets);
        }
    }

    /**
     * Looks for shims.
     *
     * @param definitions of one component
     * @param uses how often its items are referred to, nested components included
     */
    static DirectBindings of(DefinitionTable definitions, Uses uses) {
        DirectBindings found = new DirectBindings();
        int instances = definitions.all(Sort.CORE_INSTANCE).size();
        for (int fixup = 0; fixup < instances; fixup++) {
            new FixupMatch(definitions, uses, fixup).binding().ifPresent(found::add);
        }
        return found;
    }

    private void add(Binding binding) {
        byShim.put(binding.shimInstance(), binding);
        byFixup.put(binding.fixupInstance(), binding);
    }

    /** Returns what stands for a core instance that is a shim. */
    Optional<Binding> shim(int coreInstance) {
        return Optional.ofNullable(byShim.get(coreInstance));
    }

    /** Returns what stands for a core instance that is a fixup. */
    Optional<Binding> fixup(int coreInstance) {
        return Optional.ofNullable(byFixup.get(coreInstance));
    }

    /** Returns whether a core module is never instantiated, because every instance of it is left out. */
    boolean leavesOut(int coreModule, DefinitionTable definitions) {
        return Stream.concat(byShim.keySet().stream(), byFixup.keySet().stream())
                .map(instance -> definitions.get(Sort.CORE_INSTANCE, instance))
                .anyMatch(definition ->
                        definition instanceof Definition.CoreInstantiate made && made.module() == coreModule);
    }
}
