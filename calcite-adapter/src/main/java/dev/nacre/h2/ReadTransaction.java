package dev.nacre.h2;

import org.h2.engine.IsolationLevel;
import org.h2.engine.Session;

/**
 * A transaction of its own for one statement of a session in autocommit mode: what is read inside of it is as of its
 * start. The session's own settings come back at the end. Guarded by the session's lock.
 */
final class ReadTransaction {
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

    /** Ends it; the second time does nothing. */
    void end() {
        if (!ended && !session.isClosed()) {
            ended = true;
            session.setAutoCommit(true);
            session.setIsolationLevel(clientLevel); // commits, which in H2 is how a transaction that only read ends
        }
    }
}
