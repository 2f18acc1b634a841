package dev.nacre.h2.invocation;

import dev.nacre.functions.FunctionName;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The function behind an alias. Which version of it runs is decided when a command first calls it, by the catalog of the
 * session's database. Public for {@link AliasMethods}, whose loader is another. Safe for use by many threads.
 */
public final class InvokedFunction {
    private final FunctionName name;

    InvokedFunction(FunctionName name) {
        this.name = name;
    }

    FunctionName name() {
        return name;
    }

    /**
     * Calls the function for H2.
     *
     * @param connection H2's, over the session that calls
     * @return null for NULL
     * @throws SQLException with the code, the state and the text of a planned call
     */
    public @Nullable Object object(Connection connection, Value... arguments) throws SQLException {
        CommandCalls command = enter(connection);
        try {
            return command.call(this, arguments.length).object(arguments);
        } catch (RuntimeException failure) {
            throw InvocationFailures.of(failure);
        } finally {
            command.leave();
        }
    }

    /**
     * Calls the function for H2.
     *
     * @param connection H2's, over the session that calls
     * @throws SQLException with the code, the state and the text of a planned call
     */
    public Value value(Connection connection, Value... arguments) throws SQLException {
        CommandCalls command = enter(connection);
        try {
            return command.call(this, arguments.length).value(arguments);
        } catch (RuntimeException failure) {
            throw InvocationFailures.of(failure);
        } finally {
            command.leave();
        }
    }

    private CommandCalls enter(Connection connection) throws SQLException {
        try {
            return Invocations.enter(
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession(), name);
        } catch (RuntimeException failure) {
            throw InvocationFailures.of(failure);
        }
    }
}
