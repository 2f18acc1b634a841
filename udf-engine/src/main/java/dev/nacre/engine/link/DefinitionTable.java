package dev.nacre.engine.link;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.validate.Definition;
import dev.nacre.engine.validate.TypedComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A component's definitions by index space. Immutable. */
final class DefinitionTable {
    private final Map<Sort, List<Definition>> spaces = new EnumMap<>(Sort.class);

    DefinitionTable(TypedComponent component) {
        for (Definition definition : component.definitions()) {
            spaces.computeIfAbsent(definition.sort(), sort -> new ArrayList<>()).add(definition);
        }
    }

    /** Returns the definitions of an index space, in order. */
    List<Definition> all(Sort sort) {
        return spaces.getOrDefault(sort, List.of());
    }

    /** Returns the definition that made an item. */
    Definition get(Sort sort, int index) {
        return all(sort).get(index);
    }
}
