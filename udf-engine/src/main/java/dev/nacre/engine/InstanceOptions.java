package dev.nacre.engine;

import dev.nacre.engine.sandbox.Meter;
import java.util.Objects;

/**
 * What one instance runs under.
 *
 * @param meter bounds its running; may be shared by the instances of one statement
 * @param log takes what the guest logs and prints
 */
public record InstanceOptions(Meter meter, LogSink log) {
    public InstanceOptions {
        Objects.requireNonNull(meter, "meter is null");
        Objects.requireNonNull(log, "log is null");
    }
}
