package dev.nacre.jdbc;

import dev.nacre.h2.invocation.Invocations;
import java.sql.SQLException;
import org.h2.engine.Session;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/** What H2 runs of a connection: the functions that it calls end with the statement, and fail in the client's words. */
final class H2Run {
    private final NacreConnection connection;

    H2Run(NacreConnection connection) {
        this.connection = connection;
    }

    /** Something done with a statement of H2's. */
    interface Action<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    <T extends @Nullable Object> T batch(Action<T> action) throws SQLException {
        return run(Route.PassThrough.INSTANCE, action);
    }

    <T extends @Nullable Object> T run(Route route, Action<T> action) throws SQLException {
        connection.settle();
        try {
            return action.run();
        } catch (SQLException failure) {
            throw H2Failures.of(failure, route);
        } catch (StackOverflowError tooDeep) {
            throw SqlExceptions.of(tooDeep);
        } catch (OutOfMemoryError full) {
            throw DbException.toSQLException(DbException.convert(full)); // as where H2 notices it itself
        } finally {
            @Nullable Session session = connection.h2().getSession();
            if (session != null) {
                Invocations.end(session);
            }
        }
    }
}
