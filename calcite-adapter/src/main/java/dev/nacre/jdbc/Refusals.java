package dev.nacre.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** What H2 refuses to do with a statement, in its words and with the statement's text, for the statements that Nacre runs. */
final class Refusals {
    private Refusals() {}

    /** Returns how many parameters a statement has. */
    static int parameterCount(Route route) {
        if (route instanceof Route.Own own) {
            return own.parameterCount();
        }
        if (route instanceof Route.Expanded expanded) {
            return expanded.parameterCount();
        }
        if (route instanceof Route.Written written) {
            return written.writing().parameterCount();
        }
        return route instanceof Route.Planned planned ? planned.query().parameterCount() : 0;
    }

    static void requireParameters(Route route, List<Value> parameters) throws SQLException {
        if (parameters.size() < parameterCount(route)) {
            throw notSet(parameters.size() + 1, text(route));
        }
    }

    /**
     * @param sql null while the statement is not run
     */
    static SQLException notSet(int parameter, @Nullable String sql) {
        return of(DbException.get(ErrorCode.PARAMETER_NOT_SET_1, "#" + parameter), sql);
    }

    static SQLException query(Route route) {
        return of(DbException.get(ErrorCode.METHOD_NOT_ALLOWED_FOR_QUERY), text(route));
    }

    static SQLException notAQuery() {
        return of(DbException.get(ErrorCode.METHOD_ONLY_ALLOWED_FOR_QUERY), null);
    }

    private static @Nullable String text(Route route) {
        if (route instanceof Route.Expanded expanded) {
            return expanded.statement().sql();
        }
        if (route instanceof Route.Written written) {
            return written.writing().sql();
        }
        return route instanceof Route.Planned planned ? planned.text().executed() : null;
    }

    private static SQLException of(DbException refusal, @Nullable String sql) {
        return DbException.toSQLException(sql == null ? refusal : refusal.addSQL(sql));
    }
}
