package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Uses once what guest code may reach for the first time with its stack nearly used up. A class whose initialisation is cut by
 * a stack overflow stays unusable for the life of the JVM, and a first use of a {@link java.lang.invoke.VarHandle} initialises
 * many.
 */
final class WarmUp {
    private static final List<Class<?>> CLASSES = List.of(
            CaughtExceptions.class,
            GuestCalls.class,
            GuestException.class,
            GuestMemory.class,
            GuestMeter.class,
            GuestNumbers.class,
            GuestTables.class,
            com.dylibso.chicory.runtime.OpcodeImpl.class);

    private static boolean done;

    private WarmUp() {}

    /** Warms up at the first call. */
    static synchronized void once() {
        if (!done) {
            CLASSES.forEach(WarmUp::initialize);
            InstanceContext context =
                    new InstanceContext(Meter.unlimited(), new MemoryBudget(1 << 20), Limits.sandbox());
            CoreInstance instance = new CoreInstance(CompiledModule.HOST, new ImportedExterns(List.of()), context);
            useMemory(LinearMemory.create(new CoreLimits(1, OptionalLong.of(2)), context));
            useMeter(instance);
            useTraps(instance);
            StackProbe.warmUp();
            done = true;
        }
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void useMemory(LinearMemory memory) {
        GuestMemory.memoryWriteByte(0, GuestMemory.memoryReadByte(0, 0, memory), 0, memory);
        GuestMemory.memoryWriteShort(0, GuestMemory.memoryReadShort(0, 0, memory), 0, memory);
        GuestMemory.memoryWriteInt(0, GuestMemory.memoryReadInt(0, 0, memory), 0, memory);
        GuestMemory.memoryWriteLong(0, GuestMemory.memoryReadLong(0, 0, memory), 0, memory);
        GuestMemory.memoryWriteFloat(0, GuestMemory.memoryReadFloat(0, 0, memory), 0, memory);
        GuestMemory.memoryWriteDouble(0, GuestMemory.memoryReadDouble(0, 0, memory), 0, memory);
        GuestMemory.memoryFill(0, (byte) 0, 8, memory);
        GuestMemory.memoryCopy(0, 8, 8, memory);
        GuestMemory.memoryGrow(1, memory);
    }

    private static void useMeter(CoreInstance instance) {
        Duration none = Duration.ZERO;
        Meter cancelled = new Meter(none, Optional.empty(), Long.MAX_VALUE, 0);
        cancelled.cancel();
        List<Meter> meters = List.of(
                cancelled,
                new Meter(none, Optional.empty(), 0),
                new Meter(none, Optional.of(none), Long.MAX_VALUE),
                new Meter(none, Optional.empty(), Long.MAX_VALUE));
        meters.forEach(meter -> expectStop(meter::enterCall, instance));
        expectStop(() -> cancelled.enterFunction(1), instance);
    }

    private static void expectStop(Runnable stopping, CoreInstance instance) {
        try {
            while (true) {
                stopping.run();
            }
        } catch (EngineException expected) {
            Boundary.translate(expected, instance);
        }
    }

    private static void useTraps(CoreInstance instance) {
        for (Throwable thrown : List.of(
                Traps.memoryOutOfBounds(),
                new IndexOutOfBoundsException(),
                new StackOverflowError(),
                new IllegalStateException())) {
            Boundary.translate(thrown, instance);
        }
    }
}
