package dev.nacre.jdbc;

import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** H2's results of one statement as the client sees them: the same object for the same result, as H2 has it. */
final class ResultFaces {
    private final Statement owner;
    private final NacreResultSet.Completion onClose;
    private @Nullable NacreResultSet last;
    private @Nullable NacreResultSet keys;
    private ColumnLabels labels = ColumnLabels.OF_H2;

    /**
     * @param onClose what the statement does when the client closes a result
     */
    ResultFaces(Statement owner, NacreResultSet.Completion onClose) {
        this.owner = owner;
        this.onClose = onClose;
    }

    /** Says who runs the statement whose results come next. */
    void by(Route route) {
        labels = ColumnLabels.of(route);
    }

    NacreResultSet of(ResultSet result) {
        NacreResultSet known = last;
        if (known == null || !known.shows(result)) {
            known = new NacreResultSet(result, owner, onClose, labels);
            last = known;
        }
        return known;
    }

    @Nullable
    NacreResultSet orNull(@Nullable ResultSet result) {
        return result == null ? null : of(result);
    }

    /** Generated keys are a result beside the statement's own. */
    NacreResultSet ofKeys(ResultSet result) {
        NacreResultSet known = keys;
        if (known == null || !known.shows(result)) {
            known = new NacreResultSet(result, owner, onClose);
            keys = known;
        }
        return known;
    }

    void forget() {
        last = null;
        keys = null;
    }
}
