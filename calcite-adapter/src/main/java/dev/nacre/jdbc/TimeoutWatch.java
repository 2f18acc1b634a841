package dev.nacre.jdbc;

import dev.nacre.functions.QueryScope;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stops what H2 does for statements whose time is up: guests and operators look at the clock themselves, H2 at another one. One
 * thread for all, named {@code nacre-timeout}, gone while no statement has a timeout; each statement that is late is stopped by one of
 * its own, {@code nacre-timeout-stop}, because a server is connected to for that. Safe for use by many threads.
 */
final class TimeoutWatch {
    /** How late H2 is stopped, at most, where the client paused in between. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final QueryScope scope;
    private final Runnable stop;
    private volatile boolean ended;

    private TimeoutWatch(QueryScope scope, Runnable stop) {
        this.scope = scope;
        this.stop = stop;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "nacre-timeout");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /**
     * Starts to watch a statement, if it has a timeout.
     *
     * @param stop called on a thread of its own when the time is up, on this one when that is so already
     * @return what ends the watch
     */
    static Runnable start(QueryScope scope, Runnable stop) {
        if (scope.timeLeft().isEmpty()) {
            return () -> {};
        }
        TimeoutWatch watch = new TimeoutWatch(scope, stop);
        return watch.look(stop);
    }

    /** Looks now, and later again. */
    private Runnable look(Runnable whenLate) {
        Duration left = scope.timeLeft().orElse(Duration.ZERO);
        if (left.isZero()) {
            whenLate.run();
            return () -> {};
        }
        long wait = Math.max(SHORTEST.toNanos(), left.toNanos());
        Future<?> next = TIMER.schedule(this::lookAgain, wait, TimeUnit.NANOSECONDS);
        return () -> {
            ended = true;
            next.cancel(false);
        };
    }

    private void lookAgain() {
        if (!ended) {
            look(this::stopBeside);
        }
    }

    private void stopUnlessEnded() {
        if (!ended) {
            stop.run();
        }
    }

    private void stopBeside() {
        Thread thread = new Thread(this::stopUnlessEnded, "nacre-timeout-stop");
        thread.setDaemon(true);
        thread.start();
    }
}
