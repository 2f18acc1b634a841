package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * A physical connection of which a pool hands out one handle after the other. As with H2's: a new handle closes the one
 * before it, and a handle that is closed rolls back and commits by itself again.
 */
final class NacrePooledConnection implements PooledConnection {
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable NacreConnection physical;
    private @Nullable Connection handle;

    NacrePooledConnection(NacreConnection physical) {
        this.physical = physical;
    }

    @Override
    public Connection getConnection() throws SQLException {
        closeHandle();
        NacreConnection open = physical;
        if (open == null) {
            throw DbException.getJdbcSQLException(ErrorCode.OBJECT_CLOSED);
        }
        open.rollback();
        Connection made = new NacreConnection(
                new PooledHandle(open.h2(), this::handleClosed),
                open.url(),
                open.settings().asOpened());
        handle = made;
        return made;
    }

    private void handleClosed() {
        handle = null;
        ConnectionEvent event = new ConnectionEvent(this);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    private void closeHandle() throws SQLException {
        Connection last = handle;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void close() throws SQLException {
        listeners.clear();
        closeHandle();
        NacreConnection open = physical;
        physical = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    /** Throws, as H2's does: a pool may not count on events of statements. */
    @Override
    public void addStatementEventListener(StatementEventListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Throws, as H2's does. */
    @Override
    public void removeStatementEventListener(StatementEventListener listener) {
        throw new UnsupportedOperationException();
    }
}
