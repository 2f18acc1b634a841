package dev.nacre.bench.engine;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.runtime.CoreInstance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call with two numbers: through the public typed handle, and straight to the core function that it lifts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScalarCallBenchmark {
    private static final List<String> FUNCTIONS = List.of("add", "subtract", "multiply", "exclusive-or");

    /** How many functions are called in turn: more than two, and no call site knows any more where it goes. */
    @Param({"1", "4"})
    public int functions = 1;

    private final ComponentInstance instance = Guests.start("echo");
    private final CoreInstance coreInstance = Guests.startCore("echo");
    private LongBinaryOperator[] handles = {};
    private LongBinaryOperator[] coreFunctions = {};
    private int turn;
    private long value = 1;

    /** Makes the handles. */
    @Setup
    public void bind() {
        handles = bind(name -> instance.function(name).as(LongBinaryOperator.class));
        coreFunctions = bind(name -> coreInstance.function(name).as(LongBinaryOperator.class));
    }

    private LongBinaryOperator[] bind(Function<String, LongBinaryOperator> make) {
        return FUNCTIONS.stream().limit(functions).map(make).toArray(LongBinaryOperator[]::new);
    }

    /** Calls the core function: the baseline. */
    @Benchmark
    public long core() {
        return next(coreFunctions);
    }

    /** Calls the component's function. */
    @Benchmark
    public long handle() {
        return next(handles);
    }

    private long next(LongBinaryOperator[] callees) {
        return callees[turn++ & callees.length - 1].applyAsLong(value, turn);
    }

    /** Ends the guest. */
    @TearDown
    public void close() {
        instance.close();
        coreInstance.close();
    }
}
