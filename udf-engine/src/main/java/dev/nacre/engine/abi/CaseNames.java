package dev.nacre.engine.abi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of cases or flags, by index and by name. */
final class CaseNames {
    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();

    CaseNames(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            indices.put(names.get(i), i);
        }
    }

    int size() {
        return names.size();
    }

    String name(int index) {
        return names.get(index);
    }

    /** Returns the index of a name, or fails naming those there are. */
    int indexOf(Object name, String typeName) {
        Integer index = indices.get(name);
        if (index == null) {
            throw AbiFailure.unknownName(typeName, name, names);
        }
        return index;
    }
}
