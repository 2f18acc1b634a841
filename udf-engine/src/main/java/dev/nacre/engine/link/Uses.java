package dev.nacre.engine.link;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.validate.Definition;
import dev.nacre.engine.validate.TypedComponent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often the items of a component that shims are made of are referred to. Immutable after construction. */
final class Uses {
    private final Map<Sort, Map<Integer, Integer>> counts = new EnumMap<>(Sort.class);
    private boolean nestedComponentsUseModules;

    Uses(TypedComponent component) {
        component.definitions().forEach(this::count);
    }

    /** Returns how many definitions refer to an item; a core module that a nested component may use counts as used often. */
    int of(Sort sort, int index) {
        int counted = counts.getOrDefault(sort, Map.of()).getOrDefault(index, 0);
        return sort == Sort.CORE_MODULE && nestedComponentsUseModules ? Integer.MAX_VALUE : counted;
    }

    private void count(Definition definition) {
        if (definition instanceof Definition.CoreInstantiate made) {
            use(Sort.CORE_MODULE, made.module());
            made.arguments().forEach(argument -> use(Sort.CORE_INSTANCE, argument.instance()));
        } else if (definition instanceof Definition.CoreInstanceFromExports made) {
            useAll(made.exports());
        } else if (definition instanceof Definition.Instantiate made) {
            useAll(made.arguments());
        } else if (definition instanceof Definition.InstanceFromExports made) {
            useAll(made.exports());
        } else if (definition instanceof Definition.Export export) {
            use(export.sort(), export.index());
        } else if (definition instanceof Definition.AliasCoreExport alias) {
            use(Sort.CORE_INSTANCE, alias.instance());
        } else if (definition instanceof Definition.AliasOuter alias) {
            use(alias.sort(), alias.index());
        } else if (definition instanceof Definition.NestedComponent nested) {
            nestedComponentsUseModules |= refersToOuterModule(nested.component());
        }
    }

    private void useAll(List<Definition.NamedItem> items) {
        items.forEach(item -> use(item.sort(), item.index()));
    }

    private void use(Sort sort, int index) {
        counts.computeIfAbsent(sort, key -> new HashMap<>()).merge(index, 1, Integer::sum);
    }

    private static boolean refersToOuterModule(TypedComponent component) {
        return component.definitions().stream().anyMatch(Uses::refersToOuterModule);
    }

    private static boolean refersToOuterModule(Definition definition) {
        if (definition instanceof Definition.NestedComponent nested) {
            return refersToOuterModule(nested.component());
        }
        return definition instanceof Definition.AliasOuter alias && alias.sort() == Sort.CORE_MODULE;
    }
}
