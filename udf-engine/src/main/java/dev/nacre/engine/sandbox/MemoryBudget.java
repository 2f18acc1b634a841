package dev.nacre.engine.sandbox;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of linear memory may be held at once: by an instance, and through its parents by a query and a server.
 *
 * <p>Safe for use by many threads: a parent is shared.
 */
public final class MemoryBudget {
    private final long limit;
    private final @Nullable MemoryBudget parent;
    private final AtomicLong held = new AtomicLong();

    /** Makes a budget of its own. */
    public MemoryBudget(long limitBytes) {
        this(limitBytes, null);
    }

    private MemoryBudget(long limitBytes, @Nullable MemoryBudget parent) {
        this.limit = limitBytes;
        this.parent = parent;
    }

    /** Returns a budget whose bytes count against this one too. */
    public MemoryBudget part(long limitBytes) {
        return new MemoryBudget(limitBytes, this);
    }

    /**
     * Takes bytes.
     *
     * @return false, with nothing taken, when they are not to be had
     */
    public boolean reserve(long bytes) {
        if (held.addAndGet(bytes) > limit || !reserveFromParent(bytes)) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Gives back bytes that were taken. */
    public void release(long bytes) {
        held.addAndGet(-bytes);
        if (parent != null) {
            parent.release(bytes);
        }
    }

    /** Returns the bytes held now. */
    public long heldBytes() {
        return held.get();
    }

    /** Returns the most bytes that may be held at once. */
    public long limitBytes() {
        return limit;
    }

    private boolean reserveFromParent(long bytes) {
        return parent == null || parent.reserve(bytes);
    }
}
