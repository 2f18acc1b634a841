package dev.nacre.conformance;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How scripts are run.
 *
 * @param host what components may import beside the named instances of their script
 * @param commandTimeout the longest time of one command
 */
public record ConformanceOptions(Host host, Duration commandTimeout) {
    public ConformanceOptions {
        requireNonNull(host, "host is null");
        requireNonNull(commandTimeout, "commandTimeout is null");
    }

    /** Returns the options of a measurement: 10 s a command. */
    public static ConformanceOptions with(Host host) {
        return new ConformanceOptions(host, Duration.ofSeconds(10));
    }

    /** What the host offers. */
    public enum Host {
        /** Nothing. */
        NONE,
        /** The functions, resources and the module that the scripts of bytecodealliance/wasmtime import. */
        SPECTEST
    }
}
