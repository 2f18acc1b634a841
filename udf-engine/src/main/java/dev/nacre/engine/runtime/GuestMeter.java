package dev.nacre.engine.runtime;

/** How generated code reaches the meter: through the memory that every compiled function is passed. */
public final class GuestMeter {
    private GuestMeter() {}

    /** Starts a call from the host; returns what {@link #exitCall} takes. */
    public static int enterCall(LinearMemory memory) {
        return memory.meter.enterCall();
    }

    /** Ends a call from the host that returned. */
    public static void exitCall(LinearMemory memory, int outer) {
        memory.meter.exitCall(outer);
    }

    /** Charges a turn of a loop, or a long function that calls nothing. */
    public static void charge(LinearMemory memory, int units) {
        memory.meter.charge(units);
    }

    /** Starts a function that calls others. */
    public static void enterFunction(LinearMemory memory, int units) {
        memory.meter.enterFunction(units);
    }

    /** Ends such a function. */
    public static void exitFunction(LinearMemory memory) {
        memory.meter.exitFunction();
    }

    /** Returns what {@link #unwind} takes. */
    public static int depth(LinearMemory memory) {
        return memory.meter.depth();
    }

    /** Forgets the functions that an exception ended, in the function that caught it. */
    public static void unwind(LinearMemory memory, int depth) {
        memory.meter.unwind(depth);
    }
}
