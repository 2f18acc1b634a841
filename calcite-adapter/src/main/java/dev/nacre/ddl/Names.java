package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.engine.SessionLocal;
import org.h2.expression.aggregate.Aggregate;
import org.h2.expression.analysis.WindowFunctionType;
import org.h2.expression.function.BuiltinFunctions;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.util.ParserUtil;

/** Checks that a name can be given to a function: its schema exists, and H2 has no function of that name. */
final class Names {
    private Names() {}

    static void requireFree(FunctionName name, Connection connection) throws SQLException {
        requireSchema(name, connection);
        if (isBuiltIn(name.name(), connection)) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.FUNCTION_EXISTS,
                    "function '" + name + "': '" + name.name() + "' is a function of H2; choose another name");
        }
        if (isRoutine(name, connection)) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.FUNCTION_EXISTS,
                    "function '" + name + "': a function of that name was made by CREATE ALIAS or CREATE AGGREGATE;"
                            + " drop it first or choose another name");
        }
    }

    private static void requireSchema(FunctionName name, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT TRUE FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ?")) {
            statement.setString(1, name.schema());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SqlLayerException(
                            SqlLayerErrorCode.BAD_DEFINITION,
                            "function '" + name + "': expected schema '" + name.schema()
                                    + "' to exist; create it with CREATE SCHEMA");
                }
            }
        }
    }

    private static boolean isBuiltIn(String name, Connection connection) throws SQLException {
        String upper = name.toUpperCase(Locale.ROOT);
        if (ParserUtil.isKeyword(upper, false)
                || Aggregate.getAggregateType(upper) != null
                || WindowFunctionType.get(upper) != null) {
            return true;
        }
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            return BuiltinFunctions.isBuiltinFunction(session.getDatabase(), upper);
        }
        return isKnownToServer(upper, connection);
    }

    /** Asks a database in another process: H2 says that a function is not found only if there is none. */
    private static boolean isKnownToServer(String upper, Connection connection) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT \"" + upper.replace("\"", "\"\"") + "\"()")) {
            return true;
        } catch (SQLException failure) {
            return failure.getErrorCode() != org.h2.api.ErrorCode.FUNCTION_NOT_FOUND_1;
        }
    }

    private static boolean isRoutine(FunctionName name, Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            Schema schema = session.getDatabase().findSchema(name.schema());
            return schema != null && schema.findFunctionOrAggregate(name.name()) != null;
        }
        return isRoutineOfServer(name, connection);
    }

    private static boolean isRoutineOfServer(FunctionName name, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT TRUE FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_NAME = ?")) {
            statement.setString(1, name.schema());
            statement.setString(2, name.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
