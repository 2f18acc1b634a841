package dev.nacre.bench.evil;

/** Where the database is that is attacked. */
public enum Where {
    /** In the memory of the attacked process. */
    MEMORY,
    /** In the memory of one more process, a server of H2 that the attacked one is connected to. */
    SERVER
}
