package dev.nacre.functions;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An immutable snapshot of all functions of a database. Safe for use by many threads. */
public final class FunctionCatalog {
    private final long version;
    private final List<FunctionDefinition> functions;
    private final Map<FunctionName, List<FunctionDefinition>> byName;
    private final Map<FunctionName, String> damaged;
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
        this.version = version;
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

    /** Returns whether any schema has a function of this name. Exact: the name is already folded. */
    public boolean hasSimpleName(String name) {
        return simpleNames.contains(name);
    }

    /** Returns whether there are no functions at all. */
    public boolean isEmpty() {
        return simpleNames.isEmpty();
    }
}
