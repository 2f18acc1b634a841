package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.DropFunction;
import dev.nacre.sql.ddl.NacreStatement;
import dev.nacre.sql.ddl.RoutineKind;
import dev.nacre.sql.ddl.ShowFunctions;
import java.sql.SQLException;

/** Runs Nacre's own statements. */
public final class OwnStatements {
    private OwnStatements() {}

    /**
     * Runs a statement. When it throws, nothing was changed.
     *
     * @throws SQLException H2's own
     * @throws SqlLayerException for what the statement may not do or does not find
     * @throws dev.nacre.functions.FunctionException for a component or a signature that cannot be used
     */
    public static OwnResult execute(NacreStatement statement, DdlSession session) throws SQLException {
        if (statement instanceof CreateFunction create && create.kind() == RoutineKind.FUNCTION) {
            return new FunctionCreation(create, session).run();
        }
        if (statement instanceof DropFunction drop && drop.kind() == RoutineKind.FUNCTION) {
            return new FunctionRemoval(drop, session).run();
        }
        if (statement instanceof ShowFunctions show) {
            return FunctionList.query(show, session.database().catalog(session.connection()));
        }
        throw new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                "statement '" + firstWords(statement.toSql())
                        + "' is not run yet: expected CREATE FUNCTION, DROP FUNCTION or SHOW FUNCTIONS");
    }

    private static String firstWords(String sql) {
        int end = sql.indexOf(' ', sql.indexOf(' ') + 1);
        return end < 0 ? sql : sql.substring(0, end);
    }
}
