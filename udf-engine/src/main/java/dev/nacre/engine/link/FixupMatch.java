package dev.nacre.engine.link;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.validate.Definition;
import dev.nacre.engine.validate.Definition.NamedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks of one core instance whether it is a fixup whose shim can be left out. Used once. */
final class FixupMatch {
    private final DefinitionTable definitions;
    private final Uses uses;
    private final int instance;

    FixupMatch(DefinitionTable definitions, Uses uses, int instance) {
        this.definitions = definitions;
        this.uses = uses;
        this.instance = instance;
    }

    /** Returns the shim and its targets, empty when the shape is not exactly known. */
    Optional<DirectBindings.Binding> binding() {
        if (!(definitions.get(Sort.CORE_INSTANCE, instance) instanceof Definition.CoreInstantiate made)
                || uses.of(Sort.CORE_INSTANCE, instance) != 0
                || made.arguments().size() != 1) {
            return Optional.empty();
        }
        int bundle = made.arguments().get(0).instance();
        return moduleUsedOnce(made.module())
                .flatMap(FixupShape::of)
                .filter(shape -> shape.module().equals(made.arguments().get(0).name()))
                .filter(shape -> uses.of(Sort.CORE_INSTANCE, bundle) == 1)
                .flatMap(shape -> withBundle(shape, bundle));
    }

    private Optional<CoreModule> moduleUsedOnce(int index) {
        boolean known = definitions.get(Sort.CORE_MODULE, index) instanceof Definition.CoreModuleDefinition;
        if (!known || uses.of(Sort.CORE_MODULE, index) != 1) {
            return Optional.empty();
        }
        return Optional.of(((Definition.CoreModuleDefinition) definitions.get(Sort.CORE_MODULE, index)).module());
    }

    private Optional<DirectBindings.Binding> withBundle(FixupShape shape, int bundle) {
        if (!(definitions.get(Sort.CORE_INSTANCE, bundle) instanceof Definition.CoreInstanceFromExports made)) {
            return Optional.empty();
        }
        Map<String, NamedItem> items = new HashMap<>();
        made.exports().forEach(item -> items.put(item.name(), item));
        NamedItem table = items.get(shape.table());
        if (table == null
                || table.sort() != Sort.CORE_TABLE
                || !(definitions.get(Sort.CORE_TABLE, table.index()) instanceof Definition.AliasCoreExport alias)
                || uses.of(Sort.CORE_TABLE, table.index()) != 1) {
            return Optional.empty();
        }
        return targets(shape, items).flatMap(targets -> withShim(shape, alias.instance(), targets));
    }

    private Optional<Map<Integer, Integer>> targets(FixupShape shape, Map<String, NamedItem> items) {
        Map<Integer, Integer> targets = new HashMap<>();
        for (Map.Entry<Integer, FixupShape.Filling> slot : shape.slots().entrySet()) {
            NamedItem item = items.get(slot.getValue().name());
            if (item == null || item.sort() != Sort.CORE_FUNCTION) {
                return Optional.empty();
            }
            targets.put(slot.getKey(), item.index());
        }
        return Optional.of(targets);
    }

    private Optional<DirectBindings.Binding> withShim(FixupShape fixup, int shim, Map<Integer, Integer> targets) {
        if (!(definitions.get(Sort.CORE_INSTANCE, shim) instanceof Definition.CoreInstantiate made)
                || !onlyAliased(shim)
                || targets.values().stream().anyMatch(target -> isAlias(target, shim) || mayThrow(target))) {
            return Optional.empty();
        }
        return moduleUsedOnce(made.module())
                .flatMap(ShimShape::of)
                .filter(shape -> shape.isFilledBy(fixup))
                .map(shape -> new DirectBindings.Binding(shim, instance, shape, targets));
    }

    /** Returns whether nothing but aliases refers to a core instance, and one alone to its table. */
    private boolean onlyAliased(int shim) {
        List<Definition> tables = definitions.all(Sort.CORE_TABLE);
        List<Definition> functions = definitions.all(Sort.CORE_FUNCTION);
        long tableAliases = aliases(tables, shim);
        return tableAliases == 1 && tableAliases + aliases(functions, shim) == uses.of(Sort.CORE_INSTANCE, shim);
    }

    /** Returns whether a function is one of the shim itself, so that it would call itself for ever. */
    private boolean isAlias(int coreFunction, int shim) {
        return definitions.get(Sort.CORE_FUNCTION, coreFunction) instanceof Definition.AliasCoreExport alias
                && alias.instance() == shim;
    }

    /**
     * Returns whether a WebAssembly exception may come out of a function. It would pass through a shim that runs, and end at
     * a function of the host; so a function of a guest is bound only where no module of the component knows exceptions.
     */
    private boolean mayThrow(int coreFunction) {
        return definitions.get(Sort.CORE_FUNCTION, coreFunction) instanceof Definition.AliasCoreExport
                && definitions.all(Sort.CORE_MODULE).stream().anyMatch(FixupMatch::knowsExceptions);
    }

    private static boolean knowsExceptions(Definition module) {
        return !(module instanceof Definition.CoreModuleDefinition known)
                || known.module().features().contains(CoreFeature.EXCEPTIONS);
    }

    private static long aliases(List<Definition> items, int coreInstance) {
        return items.stream()
                .filter(item -> item instanceof Definition.AliasCoreExport alias && alias.instance() == coreInstance)
                .count();
    }
}
