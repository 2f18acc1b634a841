package dev.nacre.bench.engine;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A component loaded by a new engine, from bytes to what can be instantiated, with and without a code cache on disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodeCacheBenchmark {
    private static final EngineOptions COMPILES = new EngineOptions(Limits.sandbox(), HostInterfaces.standard());

    /** What is loaded: more than 500 KB. */
    @Param("patterns-rust")
    public String component = "";

    private byte[] bytes = {};
    private CodeFolder folder = CodeFolder.NONE;
    private EngineOptions finds = COMPILES;

    /** Fills the cache. */
    @Setup
    public void fill() {
        bytes = Guests.bytes(component);
        folder = CodeFolder.make();
        finds = COMPILES.withCodeCache(folder.cache());
        load(finds);
        folder.requireFilled();
    }

    private Object load(EngineOptions options) {
        try (ComponentEngine engine = ComponentEngine.create(options)) {
            return engine.compile(bytes);
        }
    }

    /** Decodes, validates, parses and compiles: the baseline. */
    @Benchmark
    public Object compiled() {
        return load(COMPILES);
    }

    /** Decodes, validates and takes the classes from the cache. */
    @Benchmark
    public Object cached() {
        return load(finds);
    }

    /** Deletes the cache. */
    @TearDown
    public void delete() {
        folder.delete();
    }
}
