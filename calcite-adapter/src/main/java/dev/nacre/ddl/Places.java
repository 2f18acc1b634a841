package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.adapter.SqlPosition;
import dev.nacre.sql.ddl.SqlFragment;

/** Makes refusals that point at the place of the statement that is to blame. */
final class Places {
    private Places() {}

    static SqlLayerException refusal(SqlLayerErrorCode code, SqlFragment place, String message) {
        return new SqlLayerException(
                code, message, new SqlPosition(place.span().line(), place.span().column()));
    }
}
