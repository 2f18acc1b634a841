package dev.nacre.bench.evil;

/** A class that nothing but an attack would load, and that says so. */
public final class Canary {
    static {
        Sightings.CANARY.set(true);
    }

    private Canary() {}

    /** Gives something, so that it could be the body of a function. */
    public static int touch() {
        return 1;
    }
}
