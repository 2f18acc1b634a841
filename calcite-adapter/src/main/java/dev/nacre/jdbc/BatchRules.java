package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.SQLException;

/** What may stand in a batch: H2's statements. */
final class BatchRules {
    private BatchRules() {}

    static void requireForH2(StatementRouter router, String sql) throws SQLException {
        if (!(router.route(sql) instanceof Route.PassThrough)) {
            throw refusal();
        }
    }

    static SQLException refusal() {
        return SqlExceptions.of(new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                "batch: expected data modifications of H2, found a statement that Nacre runs; execute it by itself"));
    }
}
