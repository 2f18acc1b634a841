package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.sql.syntax.SyntaxException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes the exception that a client sees. */
final class SqlExceptions {
    private static final Logger LOGGER = LoggerFactory.getLogger(SqlExceptions.class);

    private SqlExceptions() {}

    static SQLException of(Throwable failure) {
        if (failure instanceof SQLException own) {
            return own.getCause() instanceof StackOverflowError tooDeep ? of(tooDeep) : own; // H2 has caught it
        }
        if (failure instanceof FunctionException function) {
            return make(function.getMessage(), function.sqlState(), function.number(), failure);
        }
        if (failure instanceof SqlLayerException layer) {
            return make(
                    layer.getMessage(), layer.code().sqlState(), layer.code().number(), failure);
        }
        if (failure instanceof SyntaxException syntax) {
            return make(
                    syntax.getMessage(),
                    SqlLayerErrorCode.SYNTAX.sqlState(),
                    SqlLayerErrorCode.SYNTAX.number(),
                    failure);
        }
        if (failure instanceof EngineException engine) {
            return make(
                    engine.getMessage(),
                    FunctionErrorCode.sqlState(engine.code()),
                    engine.code().number(),
                    failure);
        }
        if (failure instanceof StackOverflowError) {
            return make(
                    "statement: expected less nesting than the stack of this thread has room for, found more; split the"
                            + " statement, or run it in a thread with a larger stack",
                    SqlLayerErrorCode.TOO_DEEP.sqlState(),
                    SqlLayerErrorCode.TOO_DEEP.number(),
                    failure);
        }
        if (failure instanceof OutOfMemoryError) {
            return make(
                    "statement: expected room in the heap to plan it, found none; make it shorter, or give the JVM more, -Xmx",
                    FunctionErrorCode.STATEMENT_MEMORY.sqlState(),
                    FunctionErrorCode.STATEMENT_MEMORY.number(),
                    failure);
        }
        return failure instanceof DbException h2 ? DbException.toSQLException(h2) : internal(failure);
    }

    private static SQLException internal(Throwable failure) {
        LOGGER.error("statement failed by a fault of Nacre", failure);
        return make(
                "internal error of Nacre (" + failure.getClass().getSimpleName()
                        + "); the log has the details, please report them with the statement",
                SqlLayerErrorCode.INTERNAL.sqlState(),
                SqlLayerErrorCode.INTERNAL.number(),
                failure);
    }

    private static SQLException make(@Nullable String message, String state, int number, Throwable cause) {
        return switch (state) {
            case "57014" -> new SQLTimeoutException(message, state, number, cause);
            case "0A000" -> new SQLFeatureNotSupportedException(message, state, number, cause);
            case "42501" -> new SQLInvalidAuthorizationSpecException(message, state, number, cause);
            default -> byClass(message, state, number, cause);
        };
    }

    private static SQLException byClass(@Nullable String message, String state, int number, Throwable cause) {
        if (state.startsWith("42")) {
            return new SQLSyntaxErrorException(message, state, number, cause);
        }
        return state.startsWith("22")
                ? new SQLDataException(message, state, number, cause)
                : new SQLException(message, state, number, cause);
    }
}
