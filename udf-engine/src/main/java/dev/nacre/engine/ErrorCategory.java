package dev.nacre.engine;

/** Says who has to act on an error. */
public enum ErrorCategory {
    /** The caller gave something that cannot be used: a component, a name, an argument. */
    USER,
    /** Guest code failed by its own doing. */
    GUEST,
    /** A limit on running ended the work. */
    RESOURCE,
    /** Nacre itself is wrong; worth a report. */
    INTERNAL
}
