package dev.nacre.bench.evil;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Keeps large guests loaded from attack to attack, as a server would, so that each does not compile them anew. */
final class Keeper implements AutoCloseable {
    private static final int LARGE = 200_000;

    private final Arena arena;
    private final Set<Integer> kept = new HashSet<>();

    private Keeper(Arena arena) {
        this.arena = arena;
    }

    static Keeper in(Path folder, String server) throws SQLException {
        return new Keeper(Arena.in(folder, server));
    }

    /** Has the planner loaded: what is measured is not how long classes take. */
    void warmUp() {
        Blow.of(arena, Strike.administrator("SELECT GOOD_SUM(N, 1) FROM T WHERE GOOD_SUM(ID, 1) > 5 ORDER BY 1"));
        Blow.of(arena, Strike.user("SELECT COUNT(*) FROM NACRE.LOG"));
    }

    /** Loads what a step of a preparation loads, when that is large and for the first time. */
    void keep(Strike step) {
        for (byte[] component : step.parameters()) {
            if (component.length > LARGE && kept.add(Arrays.hashCode(component))) {
                Blow.of(arena, Strike.administrator("CREATE COMPONENT KEPT" + kept.size() + " FROM ?", component));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        arena.close();
    }
}
