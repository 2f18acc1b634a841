package dev.nacre.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the SQL layer refuses. H2's own errors stay {@link java.sql.SQLException}s and are never wrapped in this. */
public final class SqlLayerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SqlLayerErrorCode code;
    private final @Nullable SqlPosition position;

    /** Makes an exception that points at no place of the statement. */
    public SqlLayerException(SqlLayerErrorCode code, String message) {
        this(code, message, null, null);
    }

    /**
     * Makes an exception that points at a place of the statement.
     *
     * @param message what failed, without the position, which is put before it
     */
    public SqlLayerException(SqlLayerErrorCode code, String message, SqlPosition position) {
        this(code, position + ": " + message, requireNonNull(position, "position is null"), null);
    }

    /** Makes an exception for a failure that has a cause. */
    public SqlLayerException(SqlLayerErrorCode code, String message, Throwable cause) {
        this(code, message, null, requireNonNull(cause, "cause is null"));
    }

    private SqlLayerException(
            SqlLayerErrorCode code, String message, @Nullable SqlPosition position, @Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
        this.position = position;
    }

    /** Returns the code: number and SQLSTATE. */
    public SqlLayerErrorCode code() {
        return code;
    }

    /** Returns where in the statement, when one place is to blame. */
    public Optional<SqlPosition> position() {
        return Optional.ofNullable(position);
    }
}
