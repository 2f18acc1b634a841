package dev.nacre.h2.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.table.Table;

/**
 * What H2 counts when the catalog may have changed: equal stamps mean that nobody has touched it.
 *
 * @param schema grows with every change of the database's schema; -1 for a database in another process
 * @param data grows with every change of the row that has the catalog's version, by whomever: clients of a server that
 *     this process runs change it too
 */
record CatalogStamp(long schema, long data) {
    static final CatalogStamp UNKNOWN = new CatalogStamp(-1, -1);

    /** Returns the stamp as of now, to be taken before the catalog is read. */
    static CatalogStamp of(Connection connection) throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        if (!(session instanceof SessionLocal local)) {
            return UNKNOWN;
        }
        Database database = local.getDatabase();
        return new CatalogStamp(database.getModificationMetaId(), data(database, local));
    }

    private static long data(Database database, SessionLocal session) {
        Schema schema = database.findSchema(database.sysIdentifier("NACRE"));
        Table version =
                schema == null ? null : schema.findTableOrView(session, database.sysIdentifier("CATALOG_VERSION"));
        return version == null ? 0 : version.getMaxDataModificationId();
    }

    boolean isKnown() {
        return schema >= 0;
    }
}
