package dev.nacre.engine;

import dev.nacre.engine.sandbox.HandleBudget;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.Objects;
import java.util.Optional;

/**
 * What one instance runs under.
 *
 * @param meter bounds its running; may be shared by the instances of one statement
 * @param log takes what the guest logs and prints
 * @param grants what it is given of the host
 * @param limits on its running; empty for those that its component was loaded under
 * @param memory what its linear memories are taken from, for this instance alone; empty for a budget of
 *     {@link Setting#MEMORY}
 * @param handles what its resource handles count against, beside the instance's own bound {@link Setting#HANDLES}; empty for
 *     nothing else
 */
public record InstanceOptions(
        Meter meter,
        LogSink log,
        Grants grants,
        Optional<Limits> limits,
        Optional<MemoryBudget> memory,
        Optional<HandleBudget> handles) {
    public InstanceOptions {
        Objects.requireNonNull(meter, "meter is null");
        Objects.requireNonNull(log, "log is null");
        Objects.requireNonNull(grants, "grants is null");
        Objects.requireNonNull(limits, "limits is null");
        Objects.requireNonNull(memory, "memory is null");
        Objects.requireNonNull(handles, "handles is null");
    }

    /** Takes a meter and a log; the instance is given nothing of the host. */
    public InstanceOptions(Meter meter, LogSink log) {
        this(meter, log, Grants.none(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns these options with other grants. */
    public InstanceOptions withGrants(Grants other) {
        return new InstanceOptions(meter, log, other, limits, memory, handles);
    }

    /** Returns these options with limits of the instance's own. */
    public InstanceOptions withLimits(Limits other) {
        return new InstanceOptions(meter, log, grants, Optional.of(other), memory, handles);
    }

    /** Returns these options with a budget that only this instance takes its linear memories from. */
    public InstanceOptions withMemory(MemoryBudget budget) {
        return new InstanceOptions(meter, log, grants, limits, Optional.of(budget), handles);
    }

    /** Returns these options with a budget that the handles of other instances count against, too. */
    public InstanceOptions withHandles(HandleBudget budget) {
        return new InstanceOptions(meter, log, grants, limits, memory, Optional.of(budget));
    }
}
