package dev.nacre.h2.catalog;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import java.util.Map;
import java.util.WeakHashMap;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/** The databases that this JVM has open, by H2's own object for each, and the one engine they share. */
final class Databases {
    private static final Map<Object, NacreDatabase> OPEN = new WeakHashMap<>();
    private static @Nullable ComponentEngine engine;

    private Databases() {}

    static synchronized NacreDatabase find(JdbcConnection connection) {
        Object identity = NacreDatabase.identity(connection);
        return identity == null
                ? new NacreDatabase(engine())
                : OPEN.computeIfAbsent(identity, database -> new NacreDatabase(engine()));
    }

    static synchronized long liveInstances() {
        return engine == null ? 0 : engine.liveInstances();
    }

    private static ComponentEngine engine() {
        ComponentEngine shared = engine;
        if (shared == null) {
            shared = ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
            engine = shared;
        }
        return shared;
    }
}
