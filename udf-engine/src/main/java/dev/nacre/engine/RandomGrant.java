package dev.nacre.engine;

/**
 * Where a guest's random numbers come from.
 *
 * @param secure whether from the host's secure source; the seed then has no meaning
 * @param seed of the generator otherwise: the same numbers in every instance
 */
public record RandomGrant(boolean secure, long seed) {
    /** A generator with a fixed seed. */
    static final RandomGrant NONE = new RandomGrant(false, 0);
}
