package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.ReturnClause;
import dev.nacre.sql.ddl.RoutineKind;
import dev.nacre.sql.ddl.SqlFragment;

/** Refuses, by name and place, what the grammar reads and CREATE FUNCTION does not mean. */
final class UnsupportedClauses {
    private UnsupportedClauses() {}

    static void refuse(CreateFunction statement, String subject) {
        if (!statement.language().value().equalsIgnoreCase("WASM")) {
            throw unsupported(
                    statement.language(),
                    subject + ": expected LANGUAGE WASM, found '"
                            + statement.language().value() + "'");
        }
        if (statement.returns() instanceof ReturnClause.Table table && statement.kind() != RoutineKind.FUNCTION) {
            throw unsupported(
                    table,
                    subject + ": expected RETURNS with a type, found RETURNS TABLE, which only CREATE FUNCTION has");
        }
    }

    private static SqlLayerException unsupported(SqlFragment place, String message) {
        return Places.refusal(SqlLayerErrorCode.NOT_SUPPORTED, place, message);
    }
}
