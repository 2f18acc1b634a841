package dev.nacre.bench.engine;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The heap that a component takes from when it is loaded until it is let go; its classes are not in the heap. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KeptHeapBenchmark {
    private static final int PREAMBLE = 8;
    private static final int COMPONENT_SECTION = 4;

    /** Loaded each time, so that what the JVM does beside falls on many. */
    private static final int COMPONENTS = 4;

    private static final int QUIET_TURNS = 4;
    private static final int PAUSE_MILLIS = 50;
    private static final int NEGLIGIBLE_BYTES = 10_000;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    /** What is loaded: 687 KB of Rust. */
    @Param("patterns-rust")
    public String component = "";

    /** How often it is in the component that is loaded; twice is 1.4 MB. */
    @Param({"1", "2"})
    public int copies;

    private byte[] bytes = {};
    private CodeFolder folder = CodeFolder.NONE;
    private EngineOptions options = new EngineOptions(Limits.sandbox(), HostInterfaces.standard());

    /** What is counted of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Kept {
        /** Bytes of heap for each component. */
        public long keptBytes;
    }

    /** Compiles it once, so that the loads that are measured find the code. */
    @Setup
    public void fill() {
        bytes = nested(Guests.bytes(component), copies);
        folder = CodeFolder.make();
        options = options.withCodeCache(folder.cache());
        load();
        folder.requireFilled();
    }

    /** Returns a component with copies of another inside. */
    private static byte[] nested(byte[] inner, int copies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(inner, 0, PREAMBLE);
        for (int i = 0; i < copies; i++) {
            out.write(COMPONENT_SECTION);
            int rest = inner.length;
            while (rest >= 0x80) {
                out.write((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            out.write(rest);
            out.writeBytes(inner);
        }
        return out.toByteArray();
    }

    /** Loads with an engine of its own, which would know the component otherwise. */
    private CompiledComponent load() {
        try (ComponentEngine engine = ComponentEngine.create(options)) {
            return engine.compile(bytes);
        }
    }

    /** Collects until nothing more goes: what was let go before, classes above all, takes several turns. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int quiet = 0; quiet < QUIET_TURNS; quiet++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
            long now = MEMORY.getHeapMemoryUsage().getUsed();
            if (now < least - NEGLIGIBLE_BYTES) {
                quiet = 0;
            }
            least = Math.min(least, now);
        }
        return least;
    }

    /** Loads components and sees what they take. */
    @Benchmark
    public void kept(Kept result) throws InterruptedException {
        List<CompiledComponent> loaded = new ArrayList<>(COMPONENTS);
        long before = used();
        for (int i = 0; i < COMPONENTS; i++) {
            loaded.add(load());
        }
        result.keptBytes = (used() - before) / COMPONENTS;
        Reference.reachabilityFence(loaded);
    }

    /** Deletes the cache. */
    @TearDown
    public void delete() {
        folder.delete();
    }
}
