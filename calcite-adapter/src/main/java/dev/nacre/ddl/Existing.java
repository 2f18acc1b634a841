package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.sql.ddl.SqlFragment;

/** What a CREATE does where something of the name exists. */
final class Existing {
    private Existing() {}

    static void requireOneWay(SqlFragment statement, boolean orReplace, boolean ifNotExists) {
        if (orReplace && ifNotExists) {
            throw Places.refusal(
                    SqlLayerErrorCode.SYNTAX,
                    statement,
                    "expected OR REPLACE or IF NOT EXISTS, found both; what exists is either replaced or left alone");
        }
    }
}
