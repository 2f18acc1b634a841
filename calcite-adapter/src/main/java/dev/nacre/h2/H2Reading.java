package dev.nacre.h2;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.command.Command;
import org.h2.engine.IsolationLevel;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.message.DbException;
import org.h2.mvstore.tx.Transaction;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The queries of one statement of Nacre's: together they read the database as of one point in time, with what the session
 * itself has changed and not committed.
 *
 * <p>In autocommit mode, and inside a transaction that repeats its reads, H2 gives the rows one by one as they are asked
 * for; in autocommit mode a transaction of its own holds the snapshot until the end. Otherwise, for a remote database, and
 * where H2 cannot, H2 collects the rows at the start. Nothing else may run in the session while rows come one by one:
 * {@link H2Session#settle} collects the rest first.
 *
 * <p>Belongs to one thread; {@link #cancel} and {@link #close} may come from any.
 */
public final class H2Reading implements AutoCloseable {
    private final H2Session session;

    /** The connection forgets it when it is closed, which may be before this is. */
    private final Session h2;

    /** Guarded by itself. */
    private final List<H2Rows> queries = new ArrayList<>();

    private boolean cancelled;
    private boolean computes;
    private boolean collects;
    private volatile @Nullable ReadTransaction transaction;

    H2Reading(H2Session session) {
        this.session = session;
        this.h2 = session.session();
    }

    /** Adds a query before the start; its rows are closed with this reading at the latest. */
    public H2Rows query(String sql, List<Value> parameters, long maximumRows) {
        H2Rows rows = session.rows(sql, parameters, maximumRows);
        synchronized (queries) {
            queries.add(rows);
            if (cancelled) {
                rows.cancel();
            }
        }
        return rows;
    }

    /** Says that H2 will run other statements for this one, between the rows. */
    public void expectComputations() {
        computes = true;
    }

    /** Says that H2 will run other queries for this one, between the rows: they see the same data, and rows are collected. */
    public void expectStatements() {
        collects = true;
    }

    /**
     * Lets H2 run the queries, so that all rows are as of now.
     *
     * @throws SQLException H2's own; 57014 when cancelled
     */
    public void start() throws SQLException {
        List<H2Rows> added = queries();
        if (added.isEmpty()) {
            return;
        }
        try {
            session.started(this);
            SessionLocal local = session.local();
            if (local == null) {
                startRemotely(added);
            } else {
                startLocked(added, local);
            }
        } catch (RuntimeException | StackOverflowError failure) {
            close();
            throw DbException.toSQLException(failure);
        } catch (SQLException failure) {
            close();
            throw failure;
        }
    }

    /** Several statements are of one point in time in a transaction at SNAPSHOT alone. */
    private void startRemotely(List<H2Rows> added) throws SQLException {
        boolean needsOwn = added.size() > 1 && session.autoCommit();
        ReadTransaction own = needsOwn ? ReadTransaction.begin(h2, IsolationLevel.SNAPSHOT) : null;
        try {
            for (H2Rows rows : added) {
                rows.execute();
            }
        } finally {
            if (own != null) {
                own.end();
            }
        }
    }

    private void startLocked(List<H2Rows> added, SessionLocal local) {
        local.lock();
        try {
            local.waitIfExclusiveModeEnabled();
            List<Command> commands = added.stream().map(H2Rows::prepare).toList();
            List<ScanProperties> scans =
                    commands.stream().map(ScanProperties::new).toList();
            List<Boolean> lazily = new ArrayList<>();
            for (int index = 0; index < scans.size(); index++) {
                lazily.add(mayBeLazy(local, scans.get(index), added.get(index), scans.size() == 1));
            }
            boolean autoCommit = local.getAutoCommit();
            if (autoCommit && (collects || lazily.contains(true))) {
                transaction = ReadTransaction.begin(local, IsolationLevel.REPEATABLE_READ);
            }
            try {
                run(local, commands.get(0), scans, () -> open(added, local, lazily));
            } finally {
                if (!collects && added.stream().noneMatch(H2Rows::isLazy)) {
                    finish(local, autoCommit);
                }
            }
        } finally {
            local.unlock();
        }
    }

    private boolean mayBeLazy(SessionLocal local, ScanProperties scan, H2Rows rows, boolean isAlone) {
        boolean repeats = local.getAutoCommit() || !local.getIsolationLevel().allowNonRepeatableRead();
        return repeats
                && !collects
                && scan.hasSnapshot()
                && (isAlone || !scan.readsViews())
                && ((isAlone && !computes) || session.isDeterministic(rows.sql()));
    }

    /** Does what H2 does around a statement, once for all queries: so they have one snapshot and one current time. */
    private static void run(SessionLocal local, Command first, List<ScanProperties> scans, Runnable queries) {
        Transaction transaction = local.getTransaction();
        boolean marksMore = scans.size() > 1 && marksOneStatement(transaction.getIsolationLevel());
        if (marksMore && !transaction.allowNonRepeatableRead()) {
            transaction.markStatementStart(ScanProperties.maps(scans)); // the first mark of a table counts
        }
        local.startStatementWithinTransaction(first);
        if (marksMore && transaction.allowNonRepeatableRead()) {
            transaction.markStatementStart(ScanProperties.maps(scans)); // the last one does
        }
        try {
            queries.run();
        } finally {
            local.endStatement();
        }
    }

    /** Whether H2 marks the state of a statement's own tables; higher levels mark all at a transaction's first statement. */
    private static boolean marksOneStatement(IsolationLevel level) {
        return level != IsolationLevel.SNAPSHOT && level != IsolationLevel.SERIALIZABLE;
    }

    private static void open(List<H2Rows> queries, SessionLocal local, List<Boolean> lazily) {
        for (int index = 0; index < queries.size(); index++) {
            queries.get(index).open(local, lazily.get(index));
        }
    }

    private void finish(SessionLocal local, boolean autoCommit) {
        ReadTransaction own = transaction;
        transaction = null;
        if (own != null) {
            own.end();
        } else if (autoCommit && local.isOpen()) {
            local.commit(false);
        }
    }

    /** Collects all rows that are left; does nothing when H2 has collected them already. */
    void settle(SessionLocal local) {
        local.lock();
        try {
            queries().forEach(H2Rows::settle);
            endTransaction();
        } finally {
            local.unlock();
        }
    }

    /** Returns the isolation level that the client has set; null when it is the session's. */
    @Nullable
    IsolationLevel clientLevel() {
        ReadTransaction own = transaction;
        return own == null ? null : own.clientLevel();
    }

    /** Makes H2 stop. */
    public void cancel() {
        synchronized (queries) {
            cancelled = true;
            queries.forEach(H2Rows::cancel);
        }
    }

    @Override
    public void close() {
        h2.lock();
        try {
            queries().forEach(H2Rows::close);
            endTransaction();
        } finally {
            h2.unlock();
            session.ended(this);
        }
    }

    private void endTransaction() {
        ReadTransaction own = transaction;
        transaction = null;
        if (own != null) {
            own.end();
        }
    }

    private List<H2Rows> queries() {
        synchronized (queries) {
            return List.copyOf(queries);
        }
    }
}
