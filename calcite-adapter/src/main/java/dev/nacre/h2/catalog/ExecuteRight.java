package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.h2.jdbc.JdbcConnection;

/** The right to call a function, which whoever runs a statement needs: in a view, too, it is that of the view's reader. */
public final class ExecuteRight {
    private ExecuteRight() {}

    /**
     * Refuses users without the right.
     *
     * @param connection the one whose user calls
     * @throws SqlLayerException 42501
     */
    public static void require(Connection connection, Collection<FunctionDefinition> functions) throws SQLException {
        for (FunctionDefinition function : functions) {
            if (!Principals.mayExecute(connection.unwrap(JdbcConnection.class), function)) {
                throw refusal(connection.getMetaData().getUserName(), function);
            }
        }
    }

    private static SqlLayerException refusal(String user, FunctionDefinition function) {
        String types = function.signature().parameterTypes().stream()
                .map(SqlType::sql)
                .collect(Collectors.joining(", ", "(", ")"));
        return new SqlLayerException(
                SqlLayerErrorCode.NOT_ALLOWED,
                "function '" + function.name() + types + "': expected a user with the right EXECUTE, found '" + user
                        + "'; ask the owner of schema '" + function.name().schema()
                        + "' or an administrator for GRANT EXECUTE");
    }
}
