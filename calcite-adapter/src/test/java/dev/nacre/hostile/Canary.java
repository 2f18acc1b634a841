package dev.nacre.hostile;

/** What nobody may load through SQL: it sings when it is initialised. */
public final class Canary {
    /** Not a field of the canary's: looking at it would initialise it. */
    static final class Cage {
        private static final String PROPERTY = "dev.nacre.hostile.canary";

        private Cage() {}

        static boolean isSilent() {
            return System.getProperty(PROPERTY) == null;
        }
    }

    static {
        System.setProperty(Cage.PROPERTY, "sung");
    }

    private Canary() {}

    /** Called by whoever gets that far. */
    public static int sing() {
        return 1;
    }
}
