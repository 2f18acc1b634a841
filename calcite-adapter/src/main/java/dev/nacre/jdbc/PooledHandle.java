package dev.nacre.jdbc;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/** A connection of H2's over the session of another one. Closing it leaves the session open for the next. */
final class PooledHandle extends JdbcConnection {
    private final Runnable onClose;
    private boolean isClosed;

    PooledHandle(JdbcConnection physical, Runnable onClose) {
        super(physical);
        this.onClose = onClose;
    }

    @Override
    public void close() throws SQLException {
        lock();
        try {
            if (!isClosed) {
                reset();
                isClosed = true;
                onClose.run();
            }
        } finally {
            unlock();
        }
    }

    /** A connection that is broken cannot be reset, and need not be. */
    private void reset() throws SQLException {
        if (!super.isClosed()) {
            rollback();
            setAutoCommit(true);
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        lock();
        try {
            return isClosed || super.isClosed();
        } finally {
            unlock();
        }
    }

    @Override
    protected void checkClosed() {
        lock();
        try {
            if (isClosed) {
                throw DbException.get(ErrorCode.OBJECT_CLOSED);
            }
            super.checkClosed();
        } finally {
            unlock();
        }
    }
}
