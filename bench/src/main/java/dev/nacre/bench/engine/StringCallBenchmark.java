package dev.nacre.bench.engine;

import dev.nacre.engine.ComponentInstance;
import java.nio.charset.StandardCharsets;
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

/** A string into a guest and out again, and the same string encoded and decoded in Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StringCallBenchmark {
    /** The length in UTF-8. */
    @Param({"16", "1024"})
    public int bytes = 16;

    /** What the string is made of. */
    @Param({"x", "\u00e4"})
    public String letter = "x";

    private final ComponentInstance instance = Guests.start("echo");
    private final Text echo = instance.function(Guests.ECHO + "#text").as(Text.class);
    private String text = "";

    /** A function from string to string. */
    @FunctionalInterface
    public interface Text {
        /** Calls it. */
        String apply(String value);
    }

    /** Makes the string. */
    @Setup
    public void write() {
        text = letter.repeat(bytes / letter.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Encodes and decodes: the baseline. */
    @Benchmark
    public String java() {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Calls the component's function. */
    @Benchmark
    public String handle() {
        return echo.apply(text);
    }

    /** Ends the guest. */
    @TearDown
    public void close() {
        instance.close();
    }
}
