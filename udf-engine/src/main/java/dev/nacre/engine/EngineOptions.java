package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.host.HostInterfaces;
import java.util.Optional;

/**
 * What an engine holds components to, and what it offers them.
 *
 * @param limits caps and features of components, limits of instances
 * @param host the interfaces that components may import
 * @param codeCache where compiled code is kept; empty to keep it nowhere
 * @param compilations how many at the same time
 */
public record EngineOptions(
        Limits limits, HostInterfaces host, Optional<CodeCache> codeCache, Compilations compilations) {
    public EngineOptions {
        requireNonNull(limits, "limits is null");
        requireNonNull(host, "host is null");
        requireNonNull(codeCache, "codeCache is null");
        requireNonNull(compilations, "compilations is null");
    }

    /** Options without a code cache, and with as many compilations at the same time as are right for this machine. */
    public EngineOptions(Limits limits, HostInterfaces host) {
        this(limits, host, Optional.empty(), Compilations.standard());
    }

    /** Returns these options with a code cache. */
    public EngineOptions withCodeCache(CodeCache cache) {
        return new EngineOptions(limits, host, Optional.of(cache), compilations);
    }

    /** Returns these options with another number of compilations. */
    public EngineOptions withCompilations(Compilations other) {
        return new EngineOptions(limits, host, codeCache, other);
    }
}
