package dev.nacre.adapter;

import dev.nacre.h2.H2Rows;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.testkit.LeakCheck;

/** What no test of the SQL layer may leave open. */
public final class Leaks {
    private Leaks() {}

    /** Returns a check of guests' instances and of results of H2. */
    public static LeakCheck check() {
        return LeakCheck.builder()
                .counter("live instances", NacreDatabase::liveInstances)
                .counter("open results of H2", H2Rows::openResults)
                .build();
    }
}
