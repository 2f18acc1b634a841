package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Guests that use up the stack. */
final class RecursionAttacks {

    private RecursionAttacks() {}

    static List<Attack> all() {
        return List.of(recursion(0), recursion(10), recursion(100), edge());
    }

    private static Attack recursion(int parameters) {
        return new Attack(
                "recursion-" + parameters,
                List.of("A4"),
                "calls itself without end, with " + parameters + " parameters",
                "calls are counted, and the JVM's stack overflow is the same error",
                List.of(
                        Steps.component(WrittenGuest.recursion(parameters)),
                        Steps.function("RECURSE", "run"),
                        Steps.function("DEEPER", "run", " WITH (call_depth = 100000)")),
                List.of(
                        Steps.refused("SELECT RECURSE(1)", "38N01"),
                        Steps.refused("SELECT RECURSE(1)", "38N01"),
                        Steps.refused("SELECT DEEPER(1)", "38N01"),
                        Steps.refused("SELECT RECURSE(N) FROM T ORDER BY 1", "38N01")));
    }

    private static Attack edge() {
        return new Attack(
                "recursion-host",
                List.of("A5", "A4"),
                "calls the host at every depth of an endless recursion, twenty times",
                "what of the host runs on the guest's stack leaves nothing half done",
                List.of(
                        Steps.component("runaway"),
                        Steps.function("EDGE", "edge", " WITH (call_depth = 100000)"),
                        Steps.function("LOGS", "host-calls", Steps.SOON)),
                Stream.concat(
                                Stream.generate(() -> Steps.refused("SELECT EDGE(1)", "38N01"))
                                        .limit(20),
                                Stream.of(Steps.refused("SELECT LOGS(1)", "57014")))
                        .toList());
    }
}
