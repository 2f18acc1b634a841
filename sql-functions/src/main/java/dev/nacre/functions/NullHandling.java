package dev.nacre.functions;

/** What a NULL argument of a scalar function does. */
public enum NullHandling {
    /** The default: an {@code option} parameter takes NULL as none; NULL for any other gives NULL without a call. */
    BY_TYPE,
    /** RETURNS NULL ON NULL INPUT: any NULL gives NULL without a call. */
    RETURNS_NULL,
    /** CALLED ON NULL INPUT: an {@code option} parameter takes NULL as none; NULL for any other is an error. */
    CALLED
}
