package dev.nacre.engine.cache;

/** A place that executable code must not be read from, for a reason in words. */
final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitException(String reason) {
        super(reason);
    }
}
