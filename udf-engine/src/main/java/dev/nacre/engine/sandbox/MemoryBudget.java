package dev.nacre.engine.sandbox;

import dev.nacre.engine.Setting;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes may be held at once: by an instance in its linear memory, and through its parents by a query and a server.
 *
 * <p>Safe for use by many threads: a parent is shared.
 */
public final class MemoryBudget {
    private final String bound;
    private final long mostAtStart;
    private final @Nullable MemoryBudget parent;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private volatile long limit;
    private volatile @Nullable String refusal;

    /** Makes a budget of its own, for an instance. */
    public MemoryBudget(long limitBytes) {
        this(limitBytes, "setting " + Setting.MEMORY.key());
    }

    /**
     * Makes a budget of its own.
     *
     * @param bound what a message says of where the limit comes from, for example {@code setting memory}
     */
    public MemoryBudget(long limitBytes, String bound) {
        this(limitBytes, limitBytes, bound, null);
    }

    private MemoryBudget(long limitBytes, long mostAtStart, String bound, @Nullable MemoryBudget parent) {
        this.limit = limitBytes;
        this.mostAtStart = mostAtStart;
        this.bound = bound;
        this.parent = parent;
    }

    /** Returns a budget for an instance, whose bytes count against this one too. */
    public MemoryBudget part(long limitBytes) {
        return instance(limitBytes, limitBytes);
    }

    /**
     * Returns a budget whose bytes count against this one too.
     *
     * @param partBound as {@code bound} of the constructor
     */
    public MemoryBudget part(long limitBytes, String partBound) {
        return new MemoryBudget(limitBytes, limitBytes, partBound, this);
    }

    /**
     * Returns a budget for an instance, whose bytes count against this one too.
     *
     * @param mostAtStart what the instance may start with; if that is more than the limit, it gets no more later
     */
    public MemoryBudget instance(long limitBytes, long mostAtStart) {
        return new MemoryBudget(limitBytes, mostAtStart, "setting " + Setting.MEMORY.key(), this);
    }

    /**
     * Takes bytes.
     *
     * @return false, with nothing taken, when they are not to be had
     */
    public boolean reserve(long bytes) {
        long now = held.addAndGet(bytes);
        if (now > limit || now < 0) {
            refusal = tooMuch();
        } else if (parent == null || parent.reserve(bytes)) {
            peak.accumulateAndGet(now, Math::max);
            return true;
        } else {
            refusal = parent.refusal;
        }
        held.addAndGet(-bytes);
        return false;
    }

    private String tooMuch() {
        return "at most " + limit + " bytes allowed (" + bound + ")";
    }

    /** Takes bytes that an instance declares to start with. Called by the instance's thread. */
    public boolean reserveAtStart(long bytes) {
        long wanted = held.get() + bytes;
        if (wanted > limit && wanted <= mostAtStart) {
            limit = wanted;
        }
        return reserve(bytes);
    }

    /** Gives back bytes that were taken. */
    public void release(long bytes) {
        held.addAndGet(-bytes);
        if (parent != null) {
            parent.release(bytes);
        }
    }

    /**
     * Takes bytes for something that is no part of what this budget bounds, from its parents alone.
     *
     * @return false, with nothing taken, when they are not to be had
     */
    public boolean reserveBeside(long bytes) {
        return parent == null || parent.reserve(bytes);
    }

    /** Gives back bytes that were taken so. */
    public void releaseBeside(long bytes) {
        if (parent != null) {
            parent.release(bytes);
        }
    }

    /** Returns the bytes held now. */
    public long heldBytes() {
        return held.get();
    }

    /** Returns the most bytes that were ever held at once. */
    public long peakBytes() {
        return peak.get();
    }

    /** Returns why bytes could not be held beside those of this budget, in its parents; null when they could. */
    public @Nullable String refusalBeside(long bytes) {
        for (MemoryBudget around = parent; around != null; around = around.parent) {
            if (bytes > around.limit - around.held.get()) {
                return around.tooMuch() + ", " + around.held.get() + " of them held";
            }
        }
        return null;
    }

    /** Returns why bytes were refused last, for a message; null when none ever were. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Returns the most bytes that may be held at once. */
    public long limitBytes() {
        return limit;
    }
}
