package dev.nacre.jdbc;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.time.Duration;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;

/**
 * Ends the planning of one statement when it takes too long, or when nobody wants it any more. Used by the thread that plans;
 * {@link #cancel} may come from any.
 */
final class PlanningWatch {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Duration most;
    private final long begun = System.nanoTime();
    private volatile boolean cancelled;

    /** @param most how long planning may take */
    PlanningWatch(Duration most) {
        this.most = most.compareTo(FOR_EVER) < 0 ? most : FOR_EVER;
    }

    void cancel() {
        cancelled = true;
    }

    /**
     * Is called now and then.
     *
     * @throws FunctionException when the time is up
     * @throws DbException H2's own when the statement was cancelled
     */
    void check() {
        if (cancelled) {
            throw DbException.get(ErrorCode.STATEMENT_WAS_CANCELED);
        }
        if (System.nanoTime() - begun > most.toNanos()) {
            throw new FunctionException(
                    FunctionErrorCode.STATEMENT_TIMEOUT,
                    "statement: planning it took longer than its timeout " + most.toMillis()
                            + " ms; raise it, or give the statement fewer words, with parameters in place of values");
        }
    }
}
