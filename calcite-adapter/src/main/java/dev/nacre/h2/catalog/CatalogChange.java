package dev.nacre.h2.catalog;

import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.DamagedFunction;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one statement changes in the catalog: all of it, or nothing.
 *
 * @param removed definitions that go
 * @param discarded definitions that cannot be read, and go
 * @param added definitions that come; their version is set when they are stored
 * @param dropped the names of components that go; whatever uses them is among the removed and the discarded
 * @param components components that come, or take the place of those of the same name
 * @param grants rights that are given or taken back, of what is in the catalog already
 * @param code the bytes of components by SHA-256, at least those of the added ones that are not stored yet
 */
public record CatalogChange(
        List<FunctionDefinition> removed,
        List<DamagedFunction> discarded,
        List<FunctionDefinition> added,
        List<String> dropped,
        List<ComponentDefinition> components,
        List<GrantChange> grants,
        Map<String, byte[]> code) {
    public CatalogChange {
        removed = List.copyOf(removed);
        discarded = List.copyOf(discarded);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        components = List.copyOf(components);
        grants = List.copyOf(grants);
        code = Map.copyOf(code);
    }

    /** Decides on a change, given the catalog as it is once nobody else can change it. */
    @FunctionalInterface
    public interface Decision {
        /**
         * Returns the change, one that changes nothing if there is nothing to do.
         *
         * @throws dev.nacre.adapter.SqlLayerException to change nothing
         */
        CatalogChange decide(FunctionCatalog catalog);
    }

    /** Returns a change that changes nothing. */
    public static CatalogChange none() {
        return functions(List.of(), List.of(), List.of(), Map.of());
    }

    /** Returns a change of functions alone. */
    public static CatalogChange functions(
            List<FunctionDefinition> removed,
            List<DamagedFunction> discarded,
            List<FunctionDefinition> added,
            Map<String, byte[]> code) {
        return new CatalogChange(removed, discarded, added, List.of(), List.of(), List.of(), code);
    }

    /** Returns a change of rights alone. */
    public static CatalogChange grants(List<GrantChange> grants) {
        return new CatalogChange(List.of(), List.of(), List.of(), List.of(), List.of(), grants, Map.of());
    }

    boolean isNone() {
        return removed.isEmpty()
                && discarded.isEmpty()
                && added.isEmpty()
                && dropped.isEmpty()
                && components.isEmpty()
                && grants.isEmpty();
    }

    /** Returns whether nothing but functions that can be read changes. */
    boolean isOfFunctionsAlone() {
        return discarded.isEmpty() && dropped.isEmpty() && components.isEmpty() && grants.isEmpty();
    }

    /** Returns whether bytes may be left that nothing refers to. */
    boolean mayLeaveCode() {
        return !removed.isEmpty() || !isOfFunctionsAlone();
    }

    /** Returns the versions of all definitions that go. */
    List<Long> removedVersions() {
        return Stream.concat(
                        removed.stream().map(FunctionDefinition::version),
                        discarded.stream().map(DamagedFunction::version))
                .toList();
    }

    /** Returns the names of the functions that change. */
    Set<FunctionName> names() {
        return Stream.of(
                        removed.stream().map(FunctionDefinition::name),
                        discarded.stream().map(DamagedFunction::name),
                        added.stream().map(FunctionDefinition::name))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }
}
