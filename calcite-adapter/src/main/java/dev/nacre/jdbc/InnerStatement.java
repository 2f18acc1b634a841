package dev.nacre.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.jdbc.JdbcResultSet;
import org.h2.jdbc.JdbcStatement;
import org.h2.result.MergedResult;
import org.jspecify.annotations.Nullable;

/**
 * What H2 runs for a statement of the client's whose text it does not get as it is. Belongs to one thread; only {@link #cancel}
 * may come from any.
 */
final class InnerStatement {
    private volatile @Nullable PreparedStatement current;
    private @Nullable MergedResult keys;
    private @Nullable JdbcResultSet keysForClient;

    /** Prepares a text as the client has asked for it: with generated keys or without. */
    interface Preparing {
        PreparedStatement prepare(String text) throws SQLException;
    }

    /** Remembers what runs, so that it can be cancelled. */
    void onStart(PreparedStatement started) {
        current = started;
    }

    /** Keeps the keys that H2 has generated, behind those of a batch's elements before. */
    void keepKeys(PreparedStatement done) throws SQLException {
        MergedResult all = keys == null ? new MergedResult() : keys;
        try (ResultSet generated = done.getGeneratedKeys()) {
            all.add(((JdbcResultSet) generated).getResult());
        }
        keys = all;
        keysForClient = null;
    }

    /** Returns the keys that H2 has generated; null when nothing was run. */
    @Nullable
    ResultSet keys(NacreConnection connection, JdbcStatement owner) {
        MergedResult all = keys;
        if (all != null && keysForClient == null) {
            keysForClient = new JdbcResultSet(connection.h2(), owner, null, all.getResult(), 0, true, false, false);
        }
        return keysForClient;
    }

    /** Makes H2 stop. */
    void cancel() {
        PreparedStatement running = current;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException closed) {
                current = null; // it has come to its end
            }
        }
    }

    void forget() {
        current = null;
        keys = null;
        keysForClient = null;
    }
}
