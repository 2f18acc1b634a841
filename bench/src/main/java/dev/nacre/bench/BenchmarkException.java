package dev.nacre.bench;

/** Says that a measurement cannot be made or would be wrong. */
public final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchmarkException(String message) {
        super(message);
    }

    BenchmarkException(String message, Exception cause) {
        super(message, cause);
    }
}
