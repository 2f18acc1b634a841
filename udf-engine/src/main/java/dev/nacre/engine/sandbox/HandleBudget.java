package dev.nacre.engine.sandbox;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many resource handles several instances may have open together, whatever each of them may have: those of one
 * statement. Safe for use by many threads.
 */
public final class HandleBudget {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** Makes a budget of so many handles. */
    public HandleBudget(long most) {
        this.most = most;
    }

    /** Takes a handle; returns false, with nothing taken, when there is none left. */
    public boolean take() {
        if (held.incrementAndGet() <= most) {
            return true;
        }
        held.decrementAndGet();
        return false;
    }

    /** Gives handles back that were taken. */
    public void giveBack(long count) {
        held.addAndGet(-count);
    }

    /** Returns how many handles are held now. */
    public long held() {
        return held.get();
    }

    /** Returns how many handles there are. */
    public long most() {
        return most;
    }
}
