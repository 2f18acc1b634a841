package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.NamedExtern;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the imports of one component were linked to. Immutable.
 *
 * @param sources by name of import, in order: so the instances of providers are made
 * @param missing what nobody provides, in order; of very much the first thousand
 * @param exports what the component exports, in the resource types that were supplied
 */
record LinkedImports(Map<String, ImportSource> sources, List<MissingImport> missing, List<NamedExtern> exports) {
    private static final int MOST_NAMED = 100;

    LinkedImports {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        missing = List.copyOf(missing);
        exports = List.copyOf(exports);
    }

    /**
     * Fails when something is missing.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_IMPORT}, naming what is missing
     */
    void requireComplete() {
        if (!missing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_IMPORT,
                    "the component imports "
                            + missing.stream()
                                    .limit(MOST_NAMED)
                                    .map(MissingImport::toString)
                                    .collect(Collectors.joining(", "))
                            + (missing.size() > MOST_NAMED ? " and more" : "")
                            + ", which nobody provides; build it without, "
                            + (missing.stream().anyMatch(MissingImport::isOfOtherWasi) ? "build it for WASI 0.2, " : "")
                            + "or register a host interface for it");
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
