package dev.nacre.ddl;

import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.DropFunction;
import dev.nacre.sql.ddl.NacreStatement;
import dev.nacre.sql.ddl.RoutineKind;

/** Says of a statement that the grammar reads and nobody runs yet what can be done instead. */
final class NotYet {
    private NotYet() {}

    static String message(NacreStatement statement) {
        if (statement instanceof CreateFunction create) {
            return kind(create.kind());
        }
        if (statement instanceof DropFunction drop) {
            return kind(drop.kind());
        }
        return "GRANT and REVOKE on components and functions are not there yet: every user may call every function, and no"
                + " component has a right to anything outside of it";
    }

    private static String kind(RoutineKind kind) {
        return kind == RoutineKind.PROCEDURE
                ? "procedures are not there yet: expected CREATE FUNCTION or DROP FUNCTION"
                : "aggregate functions are not there yet: expected CREATE FUNCTION or DROP FUNCTION";
    }
}
