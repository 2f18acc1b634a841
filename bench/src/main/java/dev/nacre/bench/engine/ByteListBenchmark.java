package dev.nacre.bench.engine;

import dev.nacre.engine.ComponentInstance;
import java.util.Arrays;
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

/** Bytes into a guest and out again, and the same bytes copied twice. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ByteListBenchmark {
    /** The length. */
    @Param({"16", "65536", "1048576"})
    public int bytes = 16;

    private final ComponentInstance instance = Guests.start("echo");
    private final Bytes echo = instance.function(Guests.ECHO + "#bytes").as(Bytes.class);
    private byte[] value = {};
    private byte[] memory = {};

    /** A function from bytes to bytes. */
    @FunctionalInterface
    public interface Bytes {
        /** Calls it. */
        byte[] apply(byte[] value);
    }

    /** Makes the bytes. */
    @Setup
    public void write() {
        value = new byte[bytes];
        Arrays.fill(value, (byte) 42);
        memory = new byte[bytes];
    }

    /** Copies into an array that is there, and out of it into a new one: the baseline. */
    @Benchmark
    public byte[] copies() {
        System.arraycopy(value, 0, memory, 0, bytes);
        return Arrays.copyOfRange(memory, 0, bytes);
    }

    /** Calls the component's function. */
    @Benchmark
    public byte[] handle() {
        return echo.apply(value);
    }

    /** Ends the guest. */
    @TearDown
    public void close() {
        instance.close();
    }
}
