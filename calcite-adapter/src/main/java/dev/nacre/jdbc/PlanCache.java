package dev.nacre.jdbc;

import dev.nacre.h2.catalog.NacreDatabase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The routes of a database's statements, the least recently used forgotten. Safe for use by many threads. */
final class PlanCache {
    private static final int CAPACITY = 500;

    /** In UTF-16 units: texts with literals as large as files would fill the heap. */
    private static final int LONGEST = 10_000;

    private static final Map<NacreDatabase, PlanCache> CACHES = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<Key, Route> routes = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Route> eldest) {
            return size() > CAPACITY;
        }
    });

    /** All that a route depends on. */
    record Key(String sql, long catalogVersion, SessionFacts facts) {}

    private PlanCache() {}

    static PlanCache of(NacreDatabase database) {
        return CACHES.computeIfAbsent(database, key -> new PlanCache());
    }

    @Nullable
    Route get(Key key) {
        return routes.get(key);
    }

    /** Keeps a route, unless it is long, seldom comes again, or depends on what cannot be told from the key. */
    void put(Key key, Route route) {
        boolean isDefinition =
                route instanceof Route.Own || route instanceof Route.OfSchema || route instanceof Route.OfPrincipal;
        boolean worthIt = key.sql().length() <= LONGEST && !isDefinition;
        if (worthIt && key.facts().schemaVersion() >= 0) {
            routes.put(key, route);
        }
    }
}
