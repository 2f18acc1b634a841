package dev.nacre.engine.link;

import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.validate.ExportedFunctions;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The exported functions of a component and the names under which each is found. Immutable after construction. */
final class ExportNames {
    private final List<ExportedFunctionType> functions;
    private final List<ExportedFunctionType> resourceFunctions;
    private final Map<String, List<Entry>> byName = new HashMap<>();

    /**
     * An exported function.
     *
     * @param path the names that lead to it: its own, or that of its interface and its own
     * @param exported full name and type
     */
    record Entry(List<String> path, ExportedFunctionType exported) {
        Entry {
            path = List.copyOf(path);
        }
    }

    ExportNames(ComponentType component) {
        functions = ExportedFunctions.of(component);
        resourceFunctions = ExportedFunctions.ofResources(component);
        for (NamedExtern export : component.exports()) {
            add(List.of(export.name()), export.type());
            if (export.type() instanceof ExternType.Instance instance) {
                instance.type().exports().forEach(item -> add(List.of(export.name(), item.name()), item.type()));
            }
        }
    }

    private void add(List<String> path, ExternType type) {
        if (type instanceof ExternType.Function function) {
            Entry entry = new Entry(path, new ExportedFunctionType(String.join("#", path), function.type()));
            byName.computeIfAbsent(entry.exported().name(), name -> new ArrayList<>())
                    .add(entry);
            String unversioned = unversioned(path);
            if (!unversioned.equals(entry.exported().name())) {
                byName.computeIfAbsent(unversioned, name -> new ArrayList<>()).add(entry);
            }
        }
    }

    private static String unversioned(List<String> path) {
        return path.stream()
                .map(name -> name.contains("@") ? name.substring(0, name.indexOf('@')) : name)
                .collect(Collectors.joining("#"));
    }

    /** Returns the functions in the order of the component's exports, without those of resources. */
    List<ExportedFunctionType> functions() {
        return functions;
    }

    /** Returns the functions of resources in the order of the component's exports. */
    List<ExportedFunctionType> resourceFunctions() {
        return resourceFunctions;
    }

    /** Finds a function by its full name, or by its name without version when only one has it. */
    Optional<Entry> find(String name) {
        List<Entry> found = byName.getOrDefault(name, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
