package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.FunctionException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        if (!(route instanceof Route.InH2 aliased)) {
            return failure;
        }
        return failure.getCause() instanceof StackOverflowError
                ? SqlExceptions.of(failure)
                : inWordsOf(aliased.text(), failure);
    }

    private static SQLException inWordsOf(AliasedText text, SQLException failure) {
        JdbcException h2 = (JdbcException) failure;
        String quoted = h2.getSQL();
        return copy(failure, text.restored(h2.getOriginalMessage()), quoted == null ? null : text.quoted(quoted));
    }

    /** Returns a failure of a statement that H2 got in other words, with the client's. */
    static SQLException of(SQLException failure, Rewriting statement) {
        SQLException worded = of(failure, Route.PassThrough.INSTANCE);
        return worded instanceof JdbcException h2
                ? copy(worded, statement.restored(h2.getOriginalMessage()), statement.sql())
                : worded;
    }

    /** H2 gives a batch the message of its first failure, and chains all of them behind it. */
    private static SQLException batch(BatchUpdateException batch, Route route) {
        List<SQLException> failures = chain(batch);
        List<SQLException> worded =
                failures.stream().map(failure -> of(failure, route)).toList();
        if (worded.equals(failures)) {
            return batch;
        }
        SQLException first = worded.get(0);
        BatchUpdateException failure = new BatchUpdateException(
                first.getMessage(), first.getSQLState(), first.getErrorCode(), batch.getLargeUpdateCounts(), first);
        for (int index = 0; index < worded.size(); index++) {
            boolean isChained = worded.get(index) == failures.get(index);
            failure.setNextException(isChained ? unchained(worded.get(index)) : worded.get(index));
        }
        failure.setStackTrace(batch.getStackTrace());
        return failure;
    }

    private static List<SQLException> chain(BatchUpdateException batch) {
        List<SQLException> chain = new ArrayList<>();
        for (SQLException next = batch.getNextException(); next != null; next = next.getNextException()) {
            chain.add(next);
        }
        return chain;
    }

    /** Returns a failure without those behind it, which cannot be taken from it. */
    private static SQLException unchained(SQLException failure) {
        return failure instanceof JdbcException h2
                ? copy(failure, h2.getOriginalMessage(), h2.getSQL())
                : new SQLException(
                        failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure.getCause());
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

    private static SQLException copy(SQLException failure, String message, @Nullable String sql) {
        SQLException copy = DbException.getJdbcSQLException(
                message, sql, failure.getSQLState(), failure.getErrorCode(), failure.getCause(), null);
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
