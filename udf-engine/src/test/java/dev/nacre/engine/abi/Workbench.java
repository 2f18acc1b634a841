package dev.nacre.engine.abi;

import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.runtime.InstanceContext;
import dev.nacre.engine.runtime.LinearMemory;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A memory with the simplest allocator there is, standing for a guest: what it gave once it never takes back; it makes a
 * piece smaller where it is, and copies one that grows.
 */
final class Workbench {
    static final int PAGES = 32;
    static final int FIRST_FREE = 1024;

    private final LinearMemory memory;
    private final InstanceState state;
    private final AbiContext context;
    private final List<String> asked = new ArrayList<>();
    private int free = FIRST_FREE;

    Workbench() {
        this(Limits.sandbox());
    }

    Workbench(Limits limits) {
        this(limits, PAGES);
    }

    Workbench(Limits limits, int pages) {
        Meter meter = Meter.unlimited();
        InstanceContext instance = new InstanceContext(meter, new MemoryBudget(1L << 30), limits);
        this.memory = LinearMemory.create(new CoreLimits(pages, OptionalLong.empty()), instance);
        this.state = new InstanceState(new Store(limits, meter, new MemoryBudget(0)), null);
        this.context = new AbiContext(state, memory, this::allocate);
    }

    private int allocate(int oldPointer, int oldBytes, int alignment, int newBytes) {
        asked.add(oldPointer + ":" + oldBytes + ":" + alignment + ":" + newBytes);
        if (oldPointer != 0 && newBytes <= oldBytes) {
            return oldPointer;
        }
        int pointer = (int) Layout.alignTo(free, alignment);
        free = pointer + newBytes;
        System.arraycopy(memory.array(), oldPointer, memory.array(), pointer, oldBytes);
        return pointer;
    }

    /** Returns what the allocator was asked for since the beginning. */
    List<String> asked() {
        return asked;
    }

    /** Returns the bytes of all memory given out, and what lies between. */
    byte[] allocated() {
        return Arrays.copyOfRange(memory.array(), FIRST_FREE, free);
    }

    /** Returns a context on this memory with another allocator. */
    AbiContext contextWith(Realloc realloc) {
        return new AbiContext(state, memory, realloc);
    }

    AbiContext context() {
        return context;
    }

    InstanceState state() {
        return state;
    }

    LinearMemory memory() {
        return memory;
    }

    /** Takes memory. */
    int allocate(Layout layout) {
        return allocate(0, 0, layout.alignment(), layout.size());
    }

    /** Forgets all that was allocated. */
    void reset() {
        free = FIRST_FREE;
        asked.clear();
        context.beginLift();
    }

    static Codec codec(WitType type) {
        return new CodecFactory(StringEncoding.UTF8).codec(type);
    }
}
