package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The one exception that leaves the engine.
 *
 * <p>The message says what failed, on what, what was expected before what was found, and what to do next. It names no
 * host path and holds no stack trace; guest output is kept in the cause.
 */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** Makes an exception without a cause. Host functions throw one to end the guest's call with a code of their choice. */
    public EngineException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param cause null for none
     */
    public EngineException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
    }

    /** Returns what kind of failure this is. */
    public ErrorCode code() {
        return code;
    }

    /**
     * Returns the same error with the place put before it.
     *
     * @param place for example {@code core module 2}
     */
    public EngineException within(String place) {
        EngineException located = new EngineException(code, place + ": " + getMessage(), getCause());
        located.setStackTrace(getStackTrace());
        return located;
    }
}
