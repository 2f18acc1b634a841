package dev.nacre.functions;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** An immutable snapshot of all functions of a database. Safe for use by many threads. */
public final class FunctionCatalog {
    private final long version;
    private final List<FunctionDefinition> functions;
    private final Map<FunctionName, List<FunctionDefinition>> byName;
    private final Map<FunctionName, String> damaged;
    private final Map<String, ComponentDefinition> components;
    private final Map<String, String> damagedComponents;
    private final Set<String> simpleNames;

    /** Makes a catalog whose functions can all be used. */
    public FunctionCatalog(long version, List<FunctionDefinition> functions) {
        this(version, functions, Map.of());
    }

    /**
     * Makes a catalog of which parts cannot be used.
     *
     * @param damaged names whose stored definitions are not to be trusted, with the reason and what to do
     * @param version grows with every change; equal versions of one database mean equal catalogs
     */
    public FunctionCatalog(long version, List<FunctionDefinition> functions, Map<FunctionName, String> damaged) {
        this(version, functions, damaged, List.of(), Map.of());
    }

    /**
     * Makes a catalog with components.
     *
     * @param damaged as above
     * @param components those that have a name
     * @param damagedComponents as {@code damaged}, for the names of components
     */
    public FunctionCatalog(
            long version,
            List<FunctionDefinition> functions,
            Map<FunctionName, String> damaged,
            List<ComponentDefinition> components,
            Map<String, String> damagedComponents) {
        this.version = version;
        this.components = components.stream()
                .collect(collectingAndThen(
                        toMap(ComponentDefinition::name, Function.identity(), (first, same) -> first, TreeMap::new),
                        Collections::unmodifiableSortedMap));
        this.damagedComponents = Map.copyOf(damagedComponents);
        this.functions = List.copyOf(functions);
        this.byName = this.functions.stream()
                .collect(collectingAndThen(groupingBy(FunctionDefinition::name, toUnmodifiableList()), Map::copyOf));
        this.damaged = Map.copyOf(damaged);
        this.simpleNames = Stream.concat(byName.keySet().stream(), damaged.keySet().stream())
                .map(FunctionName::name)
                .collect(toUnmodifiableSet());
    }

    /** Returns a catalog without functions. */
    public static FunctionCatalog empty() {
        return new FunctionCatalog(0, List.of());
    }

    /** Returns this catalog without what is in other schemas than these. */
    public FunctionCatalog inSchemas(Set<String> schemas) {
        if (functions.stream()
                .allMatch(function -> schemas.contains(function.name().schema()))) {
            return this;
        }
        Map<FunctionName, String> damagedThere = new HashMap<>(damaged);
        damagedThere.keySet().removeIf(name -> !schemas.contains(name.schema()));
        return new FunctionCatalog(
                version,
                functions.stream()
                        .filter(function -> schemas.contains(function.name().schema()))
                        .toList(),
                damagedThere,
                List.copyOf(components.values()),
                damagedComponents);
    }

    /** Returns whether any function is in a schema. */
    public boolean hasSchema(String schema) {
        return functions.stream().anyMatch(function -> function.name().schema().equals(schema));
    }

    /** Returns the version. */
    public long version() {
        return version;
    }

    /** Returns all functions in order of creation. */
    public List<FunctionDefinition> functions() {
        return functions;
    }

    /**
     * Returns the overloads of a name; empty when there are none.
     *
     * @throws FunctionException when the definition of one is damaged
     */
    public List<FunctionDefinition> overloads(FunctionName name) {
        String damage = damaged.get(name);
        if (damage != null) {
            throw new FunctionException(FunctionErrorCode.DAMAGED_DEFINITION, "function '" + name + "': " + damage);
        }
        return byName.getOrDefault(name, List.of());
    }

    /** Returns the components that have a name, in the order of their names. */
    public Collection<ComponentDefinition> components() {
        return components.values();
    }

    /**
     * Returns the component of a name.
     *
     * @throws FunctionException when its definition is damaged
     */
    public Optional<ComponentDefinition> component(String name) {
        String damage = damagedComponents.get(name);
        if (damage != null) {
            throw new FunctionException(FunctionErrorCode.DAMAGED_DEFINITION, "component '" + name + "': " + damage);
        }
        return Optional.ofNullable(components.get(name));
    }

    /** Returns whether there is a component of a name whose definition is damaged. */
    public boolean hasDamagedComponent(String name) {
        return damagedComponents.containsKey(name);
    }

    /** Returns the functions whose code is in the component of a name, in order of creation. */
    public List<FunctionDefinition> users(String component) {
        return functions.stream().filter(function -> function.uses(component)).toList();
    }

    /** Returns the SHA-256 of all components, with a name or without. */
    public Set<String> digests() {
        return Stream.concat(
                        functions.stream().map(FunctionDefinition::sha256),
                        components.values().stream().map(ComponentDefinition::sha256))
                .collect(toUnmodifiableSet());
    }

    /** Returns whether any schema has a function of this name. Exact: the name is already folded. */
    public boolean hasSimpleName(String name) {
        return simpleNames.contains(name);
    }

    /** Returns whether there are no functions at all. */
    public boolean isEmpty() {
        return simpleNames.isEmpty();
    }
}
