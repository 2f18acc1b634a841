package dev.nacre.engine.runtime;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.Objects;

/**
 * What the core instances of one component instance run under, together.
 *
 * <p>Mutable, because it counts table elements; used by the instances' thread alone.
 */
public final class InstanceContext {
    /** What an element takes: its number and its owner. */
    private static final int ELEMENT_BYTES = 8;

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

    /** Takes table elements, or returns false when there would be too many, or no memory for them. */
    boolean reserveElements(long count) {
        if (elements + count > mostElements || !memory.reserveBeside(count * ELEMENT_BYTES)) {
            return false;
        }
        elements += count;
        return true;
    }

    /** Takes the table elements that a module starts with. */
    void requireElements(long count) {
        String bound = "at most " + mostElements + " in all tables allowed (setting table_elements)";
        if (elements + count > mostElements) {
            throw new EngineException(ErrorCode.LIMIT, startsWith(count) + bound);
        }
        if (!reserveElements(count)) {
            throw new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    startsWith(count) + Objects.requireNonNullElse(memory.refusalBeside(count * ELEMENT_BYTES), bound));
        }
    }

    private static String startsWith(long count) {
        return "the guest starts with a table of " + count + " elements, ";
    }

    /** Gives the memory of all tables back: their instances are closed. */
    public void releaseElements() {
        memory.releaseBeside(elements * ELEMENT_BYTES);
        elements = 0;
    }
}
