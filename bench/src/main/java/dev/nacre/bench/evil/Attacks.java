package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** The attacks there are. */
public final class Attacks {
    private Attacks() {}

    /** Returns all, in the order in which they are run; no two have one id. */
    public static List<Attack> all() {
        return Stream.of(
                        RunawayAttacks.all(),
                        RecursionAttacks.all(),
                        MemoryAttacks.all(),
                        ResourceAttacks.all(),
                        BoundaryAttacks.all(),
                        FeatureAttacks.all(),
                        BombAttacks.all(),
                        WasiAttacks.all(),
                        SourceAttacks.all(),
                        CodeAttacks.all(),
                        InjectionAttacks.all(),
                        RightsAttacks.all(),
                        PlannerAttacks.all())
                .flatMap(List::stream)
                .toList();
    }
}
