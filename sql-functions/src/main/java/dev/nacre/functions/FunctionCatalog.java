package dev.nacre.functions;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Collections;
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
    private final FunctionIndex functions;
    private final Map<FunctionName, List<DamagedFunction>> damaged;
    private final Map<String, ComponentDefinition> components;
    private final Map<String, String> damagedComponents;
    private final Set<String> simpleNames;
    private final Set<String> schemas;

    /** Makes a catalog whose functions can all be used. */
    public FunctionCatalog(long version, List<FunctionDefinition> functions) {
        this(version, functions, List.of(), List.of(), Map.of());
    }

    /**
     * Makes a catalog of which parts cannot be used.
     *
     * @param version grows with every change; equal versions of one database mean equal catalogs
     * @param damaged a name of which one definition is damaged has none that can be used
     * @param components those that have a name
     * @param damagedComponents names of components whose stored definitions are not to be trusted, with the reason and what
     *     to do
     */
    public FunctionCatalog(
            long version,
            List<FunctionDefinition> functions,
            List<DamagedFunction> damaged,
            List<ComponentDefinition> components,
            Map<String, String> damagedComponents) {
        this(
                version,
                FunctionIndex.of(functions),
                damaged.stream()
                        .collect(collectingAndThen(
                                groupingBy(DamagedFunction::name, toUnmodifiableList()), Map::copyOf)),
                components.stream()
                        .collect(collectingAndThen(
                                toMap(
                                        ComponentDefinition::name,
                                        Function.identity(),
                                        (first, same) -> first,
                                        TreeMap::new),
                                Collections::unmodifiableSortedMap)),
                Map.copyOf(damagedComponents));
    }

    private FunctionCatalog(
            long version,
            FunctionIndex functions,
            Map<FunctionName, List<DamagedFunction>> damaged,
            Map<String, ComponentDefinition> components,
            Map<String, String> damagedComponents) {
        this.version = version;
        this.functions = functions;
        this.damaged = damaged;
        this.components = components;
        this.damagedComponents = damagedComponents;
        this.simpleNames = names().map(FunctionName::name).collect(toUnmodifiableSet());
        this.schemas = names().map(FunctionName::schema).collect(toUnmodifiableSet());
    }

    /**
     * Returns the catalog after a change of functions alone.
     *
     * @param removed of this catalog
     * @param added with the versions that they have
     */
    public FunctionCatalog with(long newVersion, List<FunctionDefinition> removed, List<FunctionDefinition> added) {
        return new FunctionCatalog(newVersion, functions.with(removed, added), damaged, components, damagedComponents);
    }

    /** Returns a catalog without functions. */
    public static FunctionCatalog empty() {
        return new FunctionCatalog(0, List.of());
    }

    private Stream<FunctionName> names() {
        return Stream.concat(functions.byName().keySet().stream(), damaged.keySet().stream());
    }

    /** Returns this catalog without what is in other schemas than these. */
    public FunctionCatalog inSchemas(Set<String> existing) {
        if (existing.containsAll(schemas)) {
            return this;
        }
        return new FunctionCatalog(
                version,
                functions.all().stream()
                        .filter(function -> existing.contains(function.name().schema()))
                        .toList(),
                allDamaged()
                        .filter(function -> existing.contains(function.name().schema()))
                        .toList(),
                List.copyOf(components.values()),
                damagedComponents);
    }

    private Stream<DamagedFunction> allDamaged() {
        return damaged.values().stream().flatMap(List::stream);
    }

    /** Returns the schemas in which functions are, damaged ones too. */
    public Set<String> schemas() {
        return schemas;
    }

    /** Returns the names of the functions in a schema, damaged ones too, in the order of their creation. */
    public List<String> namesIn(String schema) {
        return Stream.concat(
                        functions.all().stream().map(function -> new Numbered(function.version(), function.name())),
                        allDamaged().map(function -> new Numbered(function.version(), function.name())))
                .filter(function -> function.name().schema().equals(schema))
                .sorted(comparingLong(Numbered::version))
                .map(function -> function.name().name())
                .toList();
    }

    private record Numbered(long version, FunctionName name) {}

    /** Returns the version. */
    public long version() {
        return version;
    }

    /** Returns all functions in order of creation. */
    public List<FunctionDefinition> functions() {
        return functions.all();
    }

    /**
     * Returns the overloads of a name; empty when there are none.
     *
     * @throws FunctionException when the definition of one is damaged
     */
    public List<FunctionDefinition> overloads(FunctionName name) {
        List<DamagedFunction> damage = damaged(name);
        if (!damage.isEmpty()) {
            throw new FunctionException(
                    FunctionErrorCode.DAMAGED_DEFINITION,
                    "function '" + name + "': " + damage.get(0).reason());
        }
        return readable(name);
    }

    /** Returns the overloads of a name whose definitions can be read, whatever has become of the others. */
    public List<FunctionDefinition> readable(FunctionName name) {
        return functions.byName().getOrDefault(name, List.of());
    }

    /** Returns the overloads of a name whose definitions are damaged. */
    public List<DamagedFunction> damaged(FunctionName name) {
        return damaged.getOrDefault(name, List.of());
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
        return functions.all().stream()
                .filter(function -> function.uses(component))
                .toList();
    }

    /** Returns the damaged functions that say they are of the component of a name. */
    public List<DamagedFunction> damagedUsers(String component) {
        return allDamaged()
                .filter(function -> function.component().equals(component))
                .sorted(comparingLong(DamagedFunction::version))
                .toList();
    }

    /** Returns the SHA-256 of all components, with a name or without. */
    public Set<String> digests() {
        return Stream.concat(
                        functions.all().stream().map(FunctionDefinition::sha256),
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
