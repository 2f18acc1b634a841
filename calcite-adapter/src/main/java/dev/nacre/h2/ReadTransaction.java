package dev.nacre.h2;

import org.h2.engine.IsolationLevel;
import org.h2.engine.Session;
import org.h2.message.DbException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction of its own for one statement of a session in autocommit mode: what is read inside of it is as of its
 * start. The session's own settings come back at the end. Guarded by the session's lock.
 */
final class ReadTransaction {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReadTransaction.class);

    private final Session session;
    private final IsolationLevel clientLevel;
    private boolean ended;

    private ReadTransaction(Session session) {
        this.session = session;
        this.clientLevel = session.getIsolationLevel();
    }

    /**
     * Begins one. H2 has no other way than the session's settings, and commits whenever they are set: in autocommit mode
     * there is nothing to commit.
     */
    static ReadTransaction begin(Session session, IsolationLevel level) {
        ReadTransaction transaction = new ReadTransaction(session);
        session.setIsolationLevel(level);
        session.setAutoCommit(false);
        return transaction;
    }

    /** Returns what the client has set. */
    IsolationLevel clientLevel() {
        return clientLevel;
    }

    /** Ends it; the second time does nothing. Does not fail: what was only read needs no commit to succeed. */
    void end() {
        if (ended || session.isClosed()) {
            return;
        }
        ended = true;
        try {
            session.setAutoCommit(true);
            session.setIsolationLevel(clientLevel); // commits, which is how a transaction that only read ends
        } catch (DbException closing) {
            LOGGER.debug("the database was closed while a statement read it", closing);
        }
    }
}
