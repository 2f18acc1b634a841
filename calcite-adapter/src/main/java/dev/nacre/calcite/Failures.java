package dev.nacre.calcite;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionException;
import java.sql.SQLException;
import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;

/** Brings failures to the forms that may leave the package. */
public final class Failures {
    private Failures() {}

    /** Returns H2's error with the client's statement in place of the one that H2 got; without it where H2 hides it. */
    public static SQLException about(String sql, SQLException error) {
        if (error instanceof JdbcException h2) {
            h2.setSQL(sql.contains(DbException.HIDE_SQL) ? "-" : sql);
        }
        return error;
    }

    /**
     * Throws what an unchecked exception means.
     *
     * @return never, so that callers can write {@code throw}
     */
    static SqlLayerException unchecked(String sql, RuntimeException failure) throws SQLException {
        if (failure instanceof DbException) {
            throw about(sql, DbException.toSQLException(failure));
        }
        if (failure instanceof SqlLayerException || failure instanceof FunctionException) {
            throw failure;
        }
        return new SqlLayerException(
                SqlLayerErrorCode.INTERNAL,
                "the query failed inside Nacre: " + failure + "; please report it with the statement",
                failure);
    }
}
