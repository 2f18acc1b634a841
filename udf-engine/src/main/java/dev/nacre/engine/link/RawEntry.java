package dev.nacre.engine.link;

import dev.nacre.engine.abi.AbiContext;
import dev.nacre.engine.host.RawHostFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.runtime.LinearMemory;

/** A lowered host function that reads the flat arguments itself. */
final class RawEntry implements HostEntry {
    private final RawHostFunction function;
    private final HostComponentFunction host;
    private final AbiContext context;
    private final LinearMemory memory;

    RawEntry(RawHostFunction function, HostComponentFunction host, AbiContext context) {
        this.function = function;
        this.host = host;
        this.context = context;
        this.memory = context.memory();
    }

    @Override
    public long call(long[] arguments) {
        context.state().requireMayLeave();
        return host.callRaw(function, memory.array(), memory.byteLength(), arguments);
    }
}
