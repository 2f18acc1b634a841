package dev.nacre.bench.engine;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A used instance brought back to its start, and one closed and made anew; every time is a sample, the collector's included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResetBenchmark {
    /** How often the instance is called before; the calls are not measured. */
    @Param({"0", "1"})
    public int calls;

    private final Component component = Guests.linked("telemetry-rust");
    private final byte[] payload = new byte[64];
    private ComponentInstance instance = component.instantiate(Guests.UNLIMITED);

    /** Calls the instance. */
    @Setup(Level.Invocation)
    public void use() {
        for (int i = 0; i < calls; i++) {
            instance.function("handle-data").call(payload);
        }
    }

    /** Makes a new one: the baseline. */
    @Benchmark
    public Object renew() {
        instance.close();
        instance = component.instantiate(Guests.UNLIMITED);
        return instance;
    }

    /** Resets. */
    @Benchmark
    public Object reset() {
        instance = instance.reset(Guests.UNLIMITED);
        return instance;
    }

    /** Ends the guest. */
    @TearDown
    public void close() {
        instance.close();
    }
}
