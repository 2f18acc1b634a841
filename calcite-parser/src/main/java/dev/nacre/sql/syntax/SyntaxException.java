package dev.nacre.sql.syntax;

import org.jspecify.annotations.Nullable;

/** Reports that a text is no statement of Nacre's grammar, and where it stops being one. */
public final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SyntaxErrorCode code;
    private final SourceSpan span;
    private final String description;

    /**
     * Creates an error.
     *
     * @param code what kind of error it is
     * @param span where the offending text stands
     * @param description what was expected and what was found, without the position
     */
    public SyntaxException(SyntaxErrorCode code, SourceSpan span, String description) {
        this(code, span, description, null);
    }

    /**
     * Creates an error that has a cause.
     *
     * @param code what kind of error it is
     * @param span where the offending text stands
     * @param description what was expected and what was found, without the position
     * @param cause the underlying failure, or null
     */
    public SyntaxException(SyntaxErrorCode code, SourceSpan span, String description, @Nullable Throwable cause) {
        super(span + ": " + description, cause);
        this.code = code;
        this.span = span;
        this.description = description;
    }

    /** Returns the kind of error. */
    public SyntaxErrorCode code() {
        return code;
    }

    /** Returns where the offending text stands. */
    public SourceSpan span() {
        return span;
    }

    /** Returns the message without the position. */
    public String description() {
        return description;
    }
}
