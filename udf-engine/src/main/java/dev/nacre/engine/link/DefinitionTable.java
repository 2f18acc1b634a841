package dev.nacre.engine.link;

import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.validate.Definition;
import dev.nacre.engine.validate.TypedComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component's definitions by index space. Immutable. */
final class DefinitionTable {
    private final Map<Sort, List<Definition>> spaces = new EnumMap<>(Sort.class);
    private final Map<Integer, String> functionNames = new HashMap<>();

    DefinitionTable(TypedComponent component) {
        for (Definition definition : component.definitions()) {
            spaces.computeIfAbsent(definition.sort(), sort -> new ArrayList<>()).add(definition);
            nameFunctions(definition);
        }
    }

    private void nameFunctions(Definition definition) {
        if (definition instanceof Definition.Export export) {
            nameFunction(export.sort(), export.index(), export.name());
        } else if (definition instanceof Definition.InstanceFromExports made) {
            made.exports().forEach(item -> nameFunction(item.sort(), item.index(), item.name()));
        } else if (definition instanceof Definition.Instantiate made) {
            made.arguments().forEach(item -> nameFunction(item.sort(), item.index(), item.name()));
        }
    }

    private void nameFunction(Sort sort, int index, String name) {
        if (sort == Sort.FUNCTION) {
            functionNames.putIfAbsent(index, name);
        }
    }

    /** Returns the name under which a function leaves the component, empty when it never does. */
    Optional<String> functionName(int function) {
        return Optional.ofNullable(functionNames.get(function));
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
