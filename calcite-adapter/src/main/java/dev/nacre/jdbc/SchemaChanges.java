package dev.nacre.jdbc;

import static java.util.Objects.requireNonNull;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.Failures;
import dev.nacre.h2.catalog.CatalogChange;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;

/** Runs statements that change a schema in which functions are: they go with it, as H2's own objects do. */
final class SchemaChanges {
    private final NacreConnection connection;

    SchemaChanges(NacreConnection connection) {
        this.connection = connection;
    }

    Outcome run(String sql, SchemaChange change) throws SQLException {
        if (change.newName() == null) {
            drop(sql, change);
        } else {
            rename(sql, change.schema(), requireNonNull(change.newName()));
        }
        return Outcome.DONE;
    }

    private void drop(String sql, SchemaChange change) throws SQLException {
        List<String> inside = connection.catalog().namesIn(change.schema());
        boolean restricts = change.restricts() == null ? connection.session().dropRestricts() : change.restricts();
        if (restricts && !inside.isEmpty()) {
            throw DbException.getJdbcSQLException(
                    ErrorCode.CANNOT_DROP_2, null, change.schema(), String.join(", ", inside));
        }
        inH2(sql);
        try {
            connection
                    .database()
                    .change(connection.h2(), catalog -> CatalogChange.none()); // sweeps what is in no schema
        } catch (SqlLayerException refused) {
            if (refused.code() != SqlLayerErrorCode.NOT_ALLOWED) {
                throw refused;
            } // nobody sees them any more; the next who may change the catalog takes them away
        }
    }

    /** The names are H2's to read, and mistakes are its to name: in the client's words. */
    private void rename(String sql, String from, String to) throws SQLException {
        connection.h2().prepareStatement(sql).close();
        try {
            connection.database().renameSchema(connection.h2(), from, to);
        } catch (SQLException refused) {
            throw Failures.about(sql, refused);
        }
    }

    private void inH2(String sql) throws SQLException {
        try (Statement statement = connection.h2().createStatement()) {
            statement.execute(sql);
        }
    }
}
