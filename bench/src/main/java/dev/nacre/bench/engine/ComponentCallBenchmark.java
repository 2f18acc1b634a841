package dev.nacre.bench.engine;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A call from one component to another, with a value there and one back: linked to each other, through Java code that hands
 * the values on, and, for one crossing instead of two, to a function of the host that gives back what it gets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ComponentCallBenchmark {
    private static final int TIMES = 100;

    /** The length of the value. */
    @Param({"16", "65536"})
    public int bytes = 16;

    /** Its type. */
    @Param({"text", "bytes"})
    public String type = "text";

    private final List<ComponentInstance> instances = new ArrayList<>();
    private Repeat linked = (length, times) -> 0;
    private Repeat handedOn = (length, times) -> 0;
    private Repeat host = (length, times) -> 0;

    /** Calls the callee again and again. */
    @FunctionalInterface
    public interface Repeat {
        /** Returns the sum of the lengths that came back. */
        int run(int length, int times);
    }

    /** Links the caller in three ways. */
    @Setup
    public void link() {
        Component echo = Guests.linked("echo");
        ComponentInstance callee = instance(echo);
        linked = caller(Guests.compiled("caller").link(HostInterfaces.standard(), echo));
        handedOn = caller(name -> {
            var function = callee.function(Guests.ECHO + "#" + name);
            return (call, values) -> function.call(values);
        });
        host = caller(name -> (call, values) -> values[0]);
    }

    private interface Functions {
        HostFunction named(String name);
    }

    private Repeat caller(Functions functions) {
        HostTable table = HostTable.named(Guests.ECHO)
                .function("text", "func(string) -> string", functions.named("text"))
                .function("bytes", "func(list<u8>) -> list<u8>", functions.named("bytes"))
                .build();
        return caller(Guests.compiled("caller").link(HostInterfaces.standard().with(table)));
    }

    private Repeat caller(Component component) {
        return instance(component).function("repeat-" + type).as(Repeat.class);
    }

    private ComponentInstance instance(Component component) {
        ComponentInstance instance = component.instantiate(Guests.UNLIMITED);
        instances.add(instance);
        return instance;
    }

    /** Hands values on through Java: the baseline. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public int handedOn() {
        return handedOn.run(bytes, TIMES);
    }

    /** Calls a function of the host. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public int host() {
        return host.run(bytes, TIMES);
    }

    /** Calls the other component. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public int linked() {
        return linked.run(bytes, TIMES);
    }

    /** Ends the guests. */
    @TearDown
    public void close() {
        instances.forEach(ComponentInstance::close);
    }
}
