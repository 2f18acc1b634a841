package dev.nacre.bench.evil;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A way to use the processor without end.
 *
 * @param id names it
 * @param act what the guest does
 * @param component exports it, a function from a number to a number
 * @param export the function
 * @param end what becomes of it
 */
record Shape(String id, String act, Supplier<byte[]> component, String export, End end) {
    private static final int PAGES = 256;
    private static final int STRAIGHT = 1500;

    /** Where it comes to an end. */
    enum End {
        /** In the call, by the meter. */
        CALL,
        /** When the component is made, by the meter. */
        START,
        /** When the component is made, because it is refused. */
        REFUSAL
    }

    /** Returns all. */
    static List<Shape> all() {
        return Stream.concat(
                        Stream.of(
                                runaway("loop", "branches back, and does nothing"),
                                runaway("br-if", "branches back on a condition that always holds"),
                                runaway("br-table", "branches back by a table"),
                                runaway("mutual", "two functions call each other twice, 60 levels deep"),
                                runaway("indirect", "the same through a table of functions"),
                                runaway("acyclic", "8^15 calls without loop and recursion"),
                                runaway("host-calls", "calls the host in a loop"),
                                runaway("table-flood", "grows and fills a table in a loop")),
                        Stream.of(
                                new Shape(
                                        "catch-all",
                                        "throws and catches in a loop",
                                        () -> EvilGuests.bytes("catch-all"),
                                        "catch-all",
                                        End.REFUSAL),
                                new Shape(
                                        "fill",
                                        "fills 16 MiB 1,500 times in a straight line",
                                        () -> Bombs.fills(STRAIGHT, PAGES),
                                        "run",
                                        End.CALL),
                                new Shape(
                                        "copy",
                                        "copies 8 MiB 1,500 times in a straight line",
                                        () -> Bombs.copies(STRAIGHT, PAGES),
                                        "run",
                                        End.CALL),
                                new Shape(
                                        "start",
                                        "loops before anything is called, in its start function",
                                        () -> EvilGuests.bytes("spin-at-start"),
                                        "never",
                                        End.START)))
                .toList();
    }

    private static Shape runaway(String export, String act) {
        return new Shape(export, act, () -> EvilGuests.bytes("runaway"), export, End.CALL);
    }

    /** Returns what has to be there before it starts. */
    List<Strike> setUp() {
        return switch (end) {
            case CALL ->
                List.of(
                        Steps.component(component.get()),
                        Steps.function("F", export, Steps.SOON),
                        Steps.function("G", export, Steps.LATE));
            case START, REFUSAL -> List.of();
        };
    }

    /** Returns the statement that is to end at its deadline; one that is refused ends by itself. */
    Strike untilDeadline() {
        return switch (end) {
            case CALL -> Steps.refused("SELECT F(1)", "57014").stoppedAfter(RunawayAttacks.DEADLINE);
            case START ->
                Steps.component(component.get(), Steps.SOON)
                        .expecting(Expectation.refusal("57014"))
                        .stoppedAfter(RunawayAttacks.DEADLINE);
            case REFUSAL -> Steps.component(component.get()).expecting(Expectation.refusal("0A000"));
        };
    }

    /** Returns the statement that another thread cancels. */
    Strike untilCancelled() {
        return switch (end) {
            case CALL -> Steps.refused("SELECT G(1)", "57014").cancelledAfter(RunawayAttacks.DEADLINE);
            case START ->
                Steps.component(component.get(), Steps.LATE)
                        .expecting(Expectation.refusal("57014"))
                        .cancelledAfter(RunawayAttacks.DEADLINE);
            case REFUSAL -> untilDeadline();
        };
    }
}
