package dev.nacre.h2.catalog;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import java.util.List;
import java.util.Map;

/**
 * What one statement changes in the catalog: all of it, or nothing.
 *
 * @param removed definitions that go
 * @param added definitions that come; their version is set when they are stored
 * @param code the bytes of components by SHA-256, at least those of the added definitions that are not stored yet
 */
public record CatalogChange(
        List<FunctionDefinition> removed, List<FunctionDefinition> added, Map<String, byte[]> code) {
    public CatalogChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
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
        return new CatalogChange(List.of(), List.of(), Map.of());
    }

    boolean isNone() {
        return removed.isEmpty() && added.isEmpty();
    }
}
