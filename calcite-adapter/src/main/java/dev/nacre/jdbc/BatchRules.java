package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import java.sql.SQLException;

/** What may stand in a batch: H2's statements. */
final class BatchRules {
    private BatchRules() {}

    /** Returns the text that H2 gets of a statement in a batch. */
    static String textForH2(StatementRouter router, String sql) throws SQLException {
        String text = router.route(sql).textForH2(sql);
        if (text == null) {
            throw refusal();
        }
        return text;
    }

    static SQLException refusal() {
        return SqlExceptions.of(new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                "batch: expected data modifications of H2, found a statement that Nacre runs; execute it by itself"));
    }
}
