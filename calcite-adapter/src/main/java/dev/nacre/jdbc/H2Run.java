package dev.nacre.jdbc;

import static java.util.Objects.requireNonNull;

import dev.nacre.h2.invocation.Invocations;
import java.sql.SQLException;
import org.h2.engine.Session;
import org.jspecify.annotations.Nullable;

/** What H2 runs of a connection: the functions that it calls end with the statement, and fail in the client's words. */
final class H2Run {
    private final NacreConnection connection;

    H2Run(NacreConnection connection) {
        this.connection = connection;
    }

    /** Something done with a statement's text. */
    interface Action<T extends @Nullable Object> {
        T run(String text) throws SQLException;
    }

    /** Something done with a statement that H2 has. */
    interface Prepared<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    static boolean isFor(Route route) {
        return route instanceof Route.PassThrough || route instanceof Route.InH2;
    }

    <T extends @Nullable Object> T run(Route route, String sql, Action<T> action) throws SQLException {
        String text = requireNonNull(route.textForH2(sql), "not a statement of H2's");
        return run(route, () -> action.run(text));
    }

    <T extends @Nullable Object> T batch(Prepared<T> action) throws SQLException {
        return run(Route.PassThrough.INSTANCE, action);
    }

    <T extends @Nullable Object> T run(Route route, Prepared<T> action) throws SQLException {
        connection.settle();
        try {
            return action.run();
        } catch (SQLException failure) {
            throw H2Failures.of(failure, route);
        } catch (StackOverflowError tooDeep) {
            throw SqlExceptions.of(tooDeep);
        } finally {
            @Nullable Session session = connection.h2().getSession();
            if (session != null) {
                Invocations.end(session);
            }
        }
    }
}
