package dev.nacre.h2.invocation;

import org.h2.command.Command;
import org.h2.engine.SessionLocal;
import org.jspecify.annotations.Nullable;

/**
 * One run of one command in a session. H2 reuses commands, so the moment when the run began belongs to it.
 *
 * @param command null while H2 hands out the rows of a command that it has ended already
 */
record Execution(@Nullable Command command, Object moment) {
    static Execution of(SessionLocal session) {
        return new Execution(session.getCurrentCommand(), moment(session));
    }

    boolean isStill(SessionLocal session) {
        if (command != session.getCurrentCommand()) {
            return false;
        }
        Object now = moment(session);
        return moment == now || moment.equals(now);
    }

    /**
     * Returns the moment that CURRENT_TIMESTAMP gives, which H2 keeps for the run of a command. Where it keeps it for the
     * transaction, asking would be the first that fixes it.
     */
    private static Object moment(SessionLocal session) {
        return session.getCurrentCommand() == null || session.getMode().dateTimeValueWithinTransaction
                ? session.getCommandStartOrEnd()
                : session.currentTimestamp();
    }
}
