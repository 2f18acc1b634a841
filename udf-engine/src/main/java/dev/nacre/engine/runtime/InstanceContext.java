package dev.nacre.engine.runtime;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.Limits;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;

/**
 * What a core instance runs under.
 *
 * @param meter bounds its running
 * @param memory what its memories may take; a refused growth gives the guest -1, a refused start fails
 * @param limits the bounds on tables
 */
public record InstanceContext(Meter meter, MemoryBudget memory, Limits limits) {
    public InstanceContext {
        requireNonNull(meter, "meter is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(limits, "limits is null");
    }
}
