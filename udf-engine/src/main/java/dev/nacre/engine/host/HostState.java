package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;

/** State that the host keeps for one component instance: a clock's count, a line half written. */
public interface HostState {
    /** Called once when the instance is closed. Must not throw. */
    default void end(LogSink log) {}
}
