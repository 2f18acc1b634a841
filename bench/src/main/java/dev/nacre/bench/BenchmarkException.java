package dev.nacre.bench;

/** Says that a measurement cannot be made or would be wrong. */
public final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one that says what was expected and found. */
    public BenchmarkException(String message) {
        super(message);
    }

    /** Makes one for a failure of what was measured. */
    public BenchmarkException(String message, Exception cause) {
        super(message, cause);
    }
}
