package dev.nacre.bench.engine;

import dev.nacre.bench.peers.ChicoryModules;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A new instance of a component, closed again, and instances of its core modules made by Chicory alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InstanceBenchmark {
    /** What is instantiated. */
    @Param({"telemetry-rust", "echo"})
    public String component = "";

    private Task chicory = () -> "";
    private Task engine = () -> "";

    /** Something that gives an object. */
    private interface Task {
        Object run();
    }

    /** Compiles. */
    @Setup
    public void compile() {
        ChicoryModules modules = ChicoryModules.compile(CoreModules.of(Guests.bytes(component)));
        Component loaded = Guests.linked(component);
        chicory = modules::instantiate;
        engine = () -> {
            try (ComponentInstance instance = loaded.instantiate(Guests.UNLIMITED)) {
                return instance;
            }
        };
    }

    /** Makes the core instances: the baseline. */
    @Benchmark
    public Object chicory() {
        return chicory.run();
    }

    /** Makes the component instance. */
    @Benchmark
    public Object engine() {
        return engine.run();
    }
}
