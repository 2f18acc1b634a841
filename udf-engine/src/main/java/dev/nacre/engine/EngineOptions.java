package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.host.HostInterfaces;

/**
 * What an engine holds components to, and what it offers them.
 *
 * @param limits caps and features of components, limits of instances
 * @param host the interfaces that components may import
 */
public record EngineOptions(Limits limits, HostInterfaces host) {
    public EngineOptions {
        requireNonNull(limits, "limits is null");
        requireNonNull(host, "host is null");
    }
}
