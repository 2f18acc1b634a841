package dev.nacre.functions;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An immutable snapshot of all functions of a database. Safe for use by many threads. */
public final class FunctionCatalog {
    private final long version;
    private final List<FunctionDefinition> functions;
    private final Map<FunctionName, List<FunctionDefinition>> byName;
    private final Set<String> simpleNames;

    /**
     * @param version grows with every change; equal versions of one database mean equal catalogs
     */
    public FunctionCatalog(long version, List<FunctionDefinition> functions) {
        this.version = version;
        this.functions = List.copyOf(functions);
        this.byName = this.functions.stream()
                .collect(collectingAndThen(groupingBy(FunctionDefinition::name, toUnmodifiableList()), Map::copyOf));
        this.simpleNames =
                this.functions.stream().map(function -> function.name().name()).collect(toUnmodifiableSet());
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

    /** Returns the overloads of a name; empty when there are none. */
    public List<FunctionDefinition> overloads(FunctionName name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Returns whether any schema has a function of this name. Exact: the name is already folded. */
    public boolean hasSimpleName(String name) {
        return simpleNames.contains(name);
    }

    /** Returns whether there are no functions at all. */
    public boolean isEmpty() {
        return functions.isEmpty();
    }
}
