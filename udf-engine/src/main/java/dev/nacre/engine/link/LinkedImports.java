package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.NamedExtern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the imports of one component were linked to. Immutable.
 *
 * @param sources by name of import
 * @param missing what nobody provides, in order
 * @param exports what the component exports, in the resource types that were supplied
 */
record LinkedImports(Map<String, ImportSource> sources, List<MissingImport> missing, List<NamedExtern> exports) {
    LinkedImports {
        sources = Map.copyOf(sources);
        missing = List.copyOf(missing);
        exports = List.copyOf(exports);
    }

    /**
     * Fails when something is missing.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_IMPORT}, naming all that is missing
     */
    void requireComplete() {
        if (!missing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_IMPORT,
                    "the component imports "
                            + missing.stream().map(MissingImport::toString).collect(Collectors.joining(", "))
                            + ", which nobody provides; build it without, or register a host interface for it");
        }
    }

    /** Returns the names of what nobody provides, in order. */
    List<String> missingNames() {
        return missing.stream().map(MissingImport::name).toList();
    }

    /** Returns the imports for one instance. */
    Items items(Session session) {
        return items(sources, session);
    }

    static Items items(Map<String, ImportSource> sources, Session session) {
        Map<String, Object> items = new HashMap<>();
        sources.forEach((name, source) -> items.put(name, source.item(session)));
        return new Items(items);
    }
}
