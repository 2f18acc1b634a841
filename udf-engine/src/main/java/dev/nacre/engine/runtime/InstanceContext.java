package dev.nacre.engine.runtime;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;

/**
 * What the core instances of one component instance run under, together.
 *
 * <p>Mutable, because it counts table elements; used by the instances' thread alone.
 */
public final class InstanceContext {
    private final Meter meter;
    private final MemoryBudget memory;
    private final SpareMemory spare;
    private final long mostElements;
    private long elements;

    /**
     * Makes a context.
     *
     * @param meter bounds the running
     * @param memory what the memories may take; a refused growth gives the guest -1, a refused start fails
     * @param limits hold the bound on table elements
     */
    public InstanceContext(Meter meter, MemoryBudget memory, Limits limits) {
        this(meter, memory, limits, new SpareMemory());
    }

    /**
     * Makes a context.
     *
     * @param meter bounds the running
     * @param memory what the memories may take
     * @param limits hold the bound on table elements
     * @param spare asked for the arrays of new memories, and gets those of released ones
     */
    public InstanceContext(Meter meter, MemoryBudget memory, Limits limits, SpareMemory spare) {
        this.spare = requireNonNull(spare, "spare is null");
        this.meter = requireNonNull(meter, "meter is null");
        this.memory = requireNonNull(memory, "memory is null");
        this.mostElements = limits.get(Setting.TABLE_ELEMENTS);
    }

    /** Returns what bounds the running. */
    public Meter meter() {
        return meter;
    }

    /** Returns what the memories are taken from. */
    public MemoryBudget memory() {
        return memory;
    }

    /** Returns the arrays that released memories left behind. */
    public SpareMemory spare() {
        return spare;
    }

    /** Takes table elements, or returns false when there would be too many. */
    boolean reserveElements(long count) {
        if (elements + count > mostElements) {
            return false;
        }
        elements += count;
        return true;
    }

    long mostElements() {
        return mostElements;
    }
}
