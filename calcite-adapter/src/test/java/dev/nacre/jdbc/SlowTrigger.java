package dev.nacre.jdbc;

import java.sql.Connection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.api.Trigger;

/** Takes its time for each row. */
public final class SlowTrigger implements Trigger {
    private static final Semaphore CALLS = new Semaphore(0);

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        CALLS.release();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }

    /** Waits until a row is written. */
    static void awaitCall() throws InterruptedException {
        CALLS.drainPermits();
        CALLS.acquire();
    }
}
