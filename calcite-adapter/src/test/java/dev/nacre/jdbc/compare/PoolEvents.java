package dev.nacre.jdbc.compare;

import java.util.ArrayList;
import java.util.List;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.StatementEvent;
import javax.sql.StatementEventListener;

/** Writes down what a pooled connection reports. */
final class PoolEvents implements ConnectionEventListener {
    private final List<String> seen = new ArrayList<>();

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        seen.add("closed " + event.getSQLException());
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        seen.add("broken " + event.getSQLException());
    }

    /** What no driver reports to. */
    static final class OfStatements implements StatementEventListener {
        @Override
        public void statementClosed(StatementEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void statementErrorOccurred(StatementEvent event) {
            throw new AssertionError(event);
        }
    }
}
