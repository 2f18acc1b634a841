package dev.nacre.engine;

import dev.nacre.engine.sandbox.Meter;
import java.util.Objects;

/**
 * What one instance runs under.
 *
 * @param meter bounds its running; may be shared by the instances of one statement
 * @param log takes what the guest logs and prints
 * @param grants what it is given of the host
 */
public record InstanceOptions(Meter meter, LogSink log, Grants grants) {
    public InstanceOptions {
        Objects.requireNonNull(meter, "meter is null");
        Objects.requireNonNull(log, "log is null");
        Objects.requireNonNull(grants, "grants is null");
    }

    /** Takes a meter and a log; the instance is given nothing of the host. */
    public InstanceOptions(Meter meter, LogSink log) {
        this(meter, log, Grants.none());
    }

    /** Returns these options with other grants. */
    public InstanceOptions withGrants(Grants other) {
        return new InstanceOptions(meter, log, other);
    }
}
