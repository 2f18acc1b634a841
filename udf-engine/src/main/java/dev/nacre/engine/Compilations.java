package dev.nacre.engine;

/**
 * How many components an engine compiles at the same time, and likewise how many it reads and validates before that. What
 * comes beyond waits its turn. SQL calls the two numbers {@code server_compilations} and {@code user_compilations}.
 *
 * @param atOnce for all, at least 1
 * @param ofOneOwner for one owner, whom {@link ComponentEngine#load(byte[], Limits, Object)} is told: who brings one bomb after
 *     the other leaves a thread to others. At least 1, and no more than {@code atOnce} count
 */
public record Compilations(int atOnce, int ofOneOwner) {
    public Compilations {
        require("atOnce", atOnce);
        require("ofOneOwner", ofOneOwner);
    }

    private static void require(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(name + ": expected at least 1, found " + count);
        }
    }

    /** Returns what is right for this machine: half of its processors, and two at least. */
    public static Compilations standard() {
        return atOnce(Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** Returns so many, of which an owner has all but one where there are more than one. */
    public static Compilations atOnce(int count) {
        return new Compilations(count, Math.max(1, count - 1));
    }
}
