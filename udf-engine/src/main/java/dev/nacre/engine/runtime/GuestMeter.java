package dev.nacre.engine.runtime;

/** How generated code reaches the meter: through the memory that every compiled function is passed. */
public final class GuestMeter {
    /** Turns of loops that a function counts before it charges them. */
    static final int TURNS = 64;

    private GuestMeter() {}

    /** Starts a call from the host; returns what {@link #exitCall} takes. */
    public static int enterCall(LinearMemory memory) {
        return memory.meter.enterCall();
    }

    /** Ends a call from the host that returned. */
    public static void exitCall(LinearMemory memory, int outer) {
        memory.meter.exitCall(outer);
    }

    /**
     * Counts a turn of a long loop.
     *
     * @param left what the function's counter is at
     * @return what it is at now
     */
    public static int turn(LinearMemory memory, int left, int units) {
        int rest = left - units;
        return rest >= 0 ? rest : chargeTurns(memory, rest);
    }

    /**
     * Charges the turns of loops that were counted.
     *
     * @param rest what the function's counter is at, below zero
     * @return what it is at then
     */
    public static int chargeTurns(LinearMemory memory, int rest) {
        memory.meter.charge(TURNS - rest);
        return TURNS;
    }

    /** Charges what a returning function has counted and not charged. */
    public static void exitLoops(LinearMemory memory, int left) {
        memory.meter.charge(TURNS - left);
    }

    /** Charges a long function that calls nothing. */
    public static void charge(LinearMemory memory, int units) {
        memory.meter.charge(units);
    }

    /** Starts a function that calls others; returns what {@link #exitFunction} takes. */
    public static int enterFunction(LinearMemory memory, int units) {
        return memory.meter.enterFunction(units);
    }

    /** Ends such a function. */
    public static void exitFunction(LinearMemory memory, int outer) {
        memory.meter.exitFunction(outer);
    }

    /** Forgets the functions that an exception ended, in the function that caught it. */
    public static void unwind(LinearMemory memory, int outer) {
        memory.meter.unwind(outer);
    }
}
