package dev.nacre.h2.invocation;

import dev.nacre.engine.sandbox.StopSignal;
import java.util.Optional;
import org.h2.command.Command;
import org.h2.command.dml.NoOperation;
import org.h2.engine.SessionLocal;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * What H2 would look at between two rows: whether its command was cancelled, ran longer than the session's timeout, or lost
 * its session.
 */
final class StopByH2 implements StopSignal {
    private final SessionLocal session;
    private final NoOperation probe;

    StopByH2(SessionLocal session, @Nullable Command command) {
        this.session = session;
        this.probe = new NoOperation(session);
        if (command != null) {
            probe.setCommand(command);
        }
    }

    @Override
    public Optional<String> reason() {
        if (session.isClosed()) {
            return Optional.of("the session was closed");
        }
        boolean isLate = session.getCancel() != 0 && session.getQueryTimeout() > 0;
        try {
            probe.checkCanceled();
            return Optional.empty();
        } catch (DbException cancelled) {
            return Optional.of(
                    isLate
                            ? "the statement was cancelled or ran longer than its timeout " + timeout() + "; raise it"
                            : "the statement was cancelled");
        }
    }

    private String timeout() {
        int milliseconds = session.getQueryTimeout();
        return milliseconds % 1000 == 0 ? milliseconds / 1000 + " s" : milliseconds + " ms";
    }
}
