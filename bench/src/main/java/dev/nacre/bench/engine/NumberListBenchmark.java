package dev.nacre.bench.engine;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.wit.NumberList;
import java.util.Arrays;
import java.util.Objects;
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

/** Arrays of numbers into a guest and out again, and the same arrays copied twice. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NumberListBenchmark {
    /** How many numbers. */
    @Param({"16", "131072"})
    public int length = 16;

    private final ComponentInstance instance = Guests.start("echo");
    private final ExportedFunction echoLongs = instance.function(Guests.ECHO + "#longs");
    private final ExportedFunction echoDoubles = instance.function(Guests.ECHO + "#doubles");
    private long[] longs = {};
    private double[] doubles = {};
    private long[] longsInside = {};
    private double[] doublesInside = {};

    /** Makes the numbers. */
    @Setup
    public void write() {
        longs = new long[length];
        doubles = new double[length];
        Arrays.setAll(longs, i -> (long) i << 20);
        Arrays.setAll(doubles, i -> i * 0.5);
        longsInside = new long[length];
        doublesInside = new double[length];
    }

    /** Copies in and out: the baseline. */
    @Benchmark
    public long[] copiesOfLongs() {
        System.arraycopy(longs, 0, longsInside, 0, length);
        return Arrays.copyOf(longsInside, length);
    }

    /** Copies in and out: the baseline. */
    @Benchmark
    public double[] copiesOfDoubles() {
        System.arraycopy(doubles, 0, doublesInside, 0, length);
        return Arrays.copyOf(doublesInside, length);
    }

    /** Calls the function with {@code list<s64>}. */
    @Benchmark
    public long[] longs() {
        return numbers(echoLongs, longs).toArray(long[].class);
    }

    /** Calls the function with {@code list<f64>}. */
    @Benchmark
    public double[] doubles() {
        return numbers(echoDoubles, doubles).toArray(double[].class);
    }

    /** Calls the function with {@code list<s64>}, and leaves the result as it comes. */
    @Benchmark
    public NumberList longsToList() {
        return numbers(echoLongs, longs);
    }

    /** The same for numbers with a fraction. */
    @Benchmark
    public NumberList doublesToList() {
        return numbers(echoDoubles, doubles);
    }

    private static NumberList numbers(ExportedFunction function, Object array) {
        return (NumberList) Objects.requireNonNull(function.call(array));
    }

    /** Ends the guest. */
    @TearDown
    public void close() {
        instance.close();
    }
}
