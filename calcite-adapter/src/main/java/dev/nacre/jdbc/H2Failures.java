package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.FunctionException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/** Words what H2 says of a statement as the client knows it. */
final class H2Failures {
    private H2Failures() {}

    /** Returns the failure of a function as a planned call's would be, one of H2's with the client's names. */
    static SQLException of(SQLException failure, Route route) {
        if (failure instanceof BatchUpdateException batch) {
            return batch(batch, route);
        }
        if (!(failure instanceof JdbcException)) {
            return failure;
        }
        RuntimeException own = own(failure);
        if (own != null) {
            return SqlExceptions.of(own);
        }
        return route instanceof Route.InH2 aliased
                ? restored((JdbcException) failure, failure, aliased.text())
                : failure;
    }

    /** H2 gives a batch the message of its first failure, and chains all of them behind it. */
    private static SQLException batch(BatchUpdateException batch, Route route) {
        SQLException first = batch.getNextException();
        if (first == null) {
            return batch;
        }
        SQLException restored = of(first, route);
        BatchUpdateException failure = new BatchUpdateException(
                restored.getMessage(),
                restored.getSQLState(),
                restored.getErrorCode(),
                batch.getLargeUpdateCounts(),
                restored);
        failure.setNextException(restored);
        for (SQLException next = first.getNextException(); next != null; next = next.getNextException()) {
            failure.setNextException(of(next, route));
        }
        failure.setStackTrace(batch.getStackTrace());
        return failure;
    }

    private static @Nullable RuntimeException own(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FunctionException
                    || cause instanceof SqlLayerException
                    || cause instanceof EngineException) {
                return (RuntimeException) cause;
            }
        }
        return null;
    }

    private static SQLException restored(JdbcException h2, SQLException failure, AliasedText text) {
        SQLException restored = DbException.getJdbcSQLException(
                text.restored(h2.getOriginalMessage()),
                text.sql(),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure.getCause(),
                null);
        restored.setStackTrace(failure.getStackTrace());
        return restored;
    }
}
