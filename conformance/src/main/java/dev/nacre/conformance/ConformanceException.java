package dev.nacre.conformance;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The one exception of this module: a script, or a part of one, that cannot be used. */
public final class ConformanceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public ConformanceException(Code code, String message) {
        this(code, message, null);
    }

    public ConformanceException(Code code, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
    }

    /** Returns what kind of failure this is. */
    public Code code() {
        return code;
    }

    /** What is wrong with a script. */
    public enum Code {
        /** A file is missing, too large, or cannot be read. */
        UNREADABLE,
        /** The JSON is broken, or a field is missing or of the wrong kind. */
        MALFORMED,
        /** The JSON is no script: it has no list of commands. */
        NOT_A_SCRIPT,
        /** A value of the script is not one of the type that the function has. */
        VALUE_MISMATCH,
        /** A result is not what the script expects. */
        UNEXPECTED_RESULT
    }
}
