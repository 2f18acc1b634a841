package dev.nacre.h2.catalog;

import java.util.Map;
import java.util.WeakHashMap;
import org.h2.jdbc.JdbcConnection;

/** The databases that this JVM has open, by H2's own object for each, and the one engine they share. */
final class Databases {
    private static final Map<Object, NacreDatabase> OPEN = new WeakHashMap<>();
    private static final SharedEngine ENGINE = new SharedEngine();

    private Databases() {}

    static synchronized NacreDatabase find(JdbcConnection connection) {
        Object identity = NacreDatabase.identity(connection);
        return identity == null
                ? new NacreDatabase(ENGINE)
                : OPEN.computeIfAbsent(identity, database -> new NacreDatabase(ENGINE));
    }

    static long liveInstances() {
        return ENGINE.liveInstances();
    }
}
