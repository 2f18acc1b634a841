package dev.nacre.h2;

import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.engine.SessionLocal;

/** Remembers which queries are deterministic, for as long as the schema stays as it is. Guarded by the session's lock. */
final class Determinism {
    private static final int CAPACITY = 100;

    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > CAPACITY;
        }
    };

    private long schemaVersion = -1;

    boolean of(SessionLocal session, String sql) {
        long now = session.getDatabase().getModificationMetaId();
        if (now != schemaVersion) {
            known.clear();
            schemaVersion = now;
        }
        return known.computeIfAbsent(sql, text -> ScanProperties.isDeterministic(session, text));
    }
}
