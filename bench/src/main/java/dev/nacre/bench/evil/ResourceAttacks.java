package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guests that take: stack, memory, tables, handles, output, the log. */
final class ResourceAttacks {
    private static final int MOST_PAGES = 256;
    private static final String CAPS = "caps of the instance, and the budget of the statement and the JVM";

    private ResourceAttacks() {}

    static List<Attack> all() {
        return Stream.of(
                        Stream.of(recursion(0), recursion(10), recursion(100), edge()),
                        Stream.of(memory(), crowd(), clients(), tables(), minimum(), instancesInside()),
                        Stream.of(amplification(), handles(), churn(), log(), logLines()))
                .flatMap(attacks -> attacks)
                .toList();
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
                "calls the host at every depth of an endless recursion, a hundred times",
                "what of the host runs on the guest's stack leaves nothing half done",
                List.of(
                        Steps.component("runaway"),
                        Steps.function("EDGE", "edge", " WITH (call_depth = 100000)"),
                        Steps.function("LOGS", "host-calls", Steps.SOON)),
                Stream.concat(
                                Stream.generate(() -> Steps.refused("SELECT EDGE(1)", "38N01"))
                                        .limit(100),
                                Stream.of(Steps.refused("SELECT LOGS(1)", "57014")))
                        .toList());
    }

    private static Attack memory() {
        return new Attack(
                "memory-growth",
                List.of("A6"),
                "grows its memory by 0, 1, 65535, -1 and 2^31-1 pages, by all it may 50 times over, and page by page",
                CAPS,
                Stream.concat(
                                Steps.functions("hog", "grow", "pages", "nibble").stream(),
                                Stream.of(Steps.function(
                                        "LARGER", "nibble", " WITH (memory = '64 MiB', call_timeout = '100 ms')")))
                        .toList(),
                List.of(
                        Steps.gives("SELECT GROW(0)", 1),
                        Steps.gives("SELECT GROW(1)", 1),
                        Steps.gives("SELECT GROW(65535)", -1),
                        Steps.gives("SELECT GROW(-1)", -1),
                        Steps.gives("SELECT GROW(2147483647)", -1),
                        Steps.gives("SELECT PAGES()", 1),
                        Steps.gives("SELECT GROW(255)", 1).times(50),
                        Steps.gives("SELECT NIBBLE(300)", MOST_PAGES),
                        Steps.gives("SELECT PAGES()", 1),
                        Steps.refused("SELECT LARGER(4096)", "57014").stoppedAfter(RunawayAttacks.DEADLINE)));
    }

    private static Attack crowd() {
        int count = 60;
        List<Strike> setUp = Stream.concat(
                        Stream.of(Steps.component("hog")),
                        IntStream.range(0, count).mapToObj(number -> Steps.function("GROW" + number, "grow")))
                .toList();
        String calls = String.join(
                ", ",
                IntStream.range(0, count)
                        .mapToObj(number -> "GROW" + number + "(255)")
                        .toList());
        return new Attack(
                "memory-crowd",
                List.of("A6"),
                "60 instances of one statement take all they can, which is four times the heap; twice",
                CAPS,
                setUp,
                List.of(
                        Steps.contained("SELECT " + calls),
                        Steps.contained("SELECT " + calls),
                        Steps.gives("SELECT GROW0(255)", 1)));
    }

    private static Attack clients() {
        Strike all = Steps.contained("SELECT GROW(255), SUM(GROW(0)) FROM T GROUP BY ID")
                .byClients(64);
        return new Attack(
                "memory-clients",
                List.of("A6"),
                "64 connections at once take all they can, four times the heap together; twice",
                CAPS,
                Steps.functions("hog", "grow"),
                List.of(all, all, Steps.gives("SELECT GROW(255)", 1)));
    }

    private static Attack tables() {
        return new Attack(
                "table-growth",
                List.of("A7", "A8"),
                "grows its table by 0, 1, a million, -1 and 2^31-1 elements",
                CAPS,
                Steps.functions("hog", "grow-table"),
                List.of(
                        Steps.gives("SELECT GROW_TABLE(0)", 1),
                        Steps.gives("SELECT GROW_TABLE(1)", 1),
                        Steps.gives("SELECT GROW_TABLE(1000000)", -1),
                        Steps.gives("SELECT GROW_TABLE(-1)", -1),
                        Steps.gives("SELECT GROW_TABLE(2147483647)", -1),
                        Steps.gives("SELECT GROW_TABLE(0)", 1)));
    }

    private static Attack minimum() {
        return new Attack(
                "memory-minimum",
                List.of("A6"),
                "asks for four gigabytes before it does anything",
                "a minimum above the cap is refused",
                List.of(),
                List.of(Steps.component("huge-memory").expecting(Expectation.refusal("54000"))));
    }

    private static Attack instancesInside() {
        return new Attack(
                "memory-instances",
                List.of("A6"),
                "one component with 90 instances of 4 MiB, and one with 5,000",
                CAPS,
                List.of(),
                List.of(
                        Steps.component(Bombs.instances(90, 64)).expecting(Expectation.refusal("54000", "53200")),
                        Steps.component(Bombs.instances(5_000, 1)).expecting(Expectation.refusal("54000"))));
    }

    private static Attack amplification() {
        return new Attack(
                "amplification",
                List.of("A12", "B9"),
                "gives lists of many strings that all lie at the same place",
                "bytes that one call takes out are counted",
                Steps.functions("liar", "amplify"),
                List.of(
                        Steps.refused("SELECT CARDINALITY(AMPLIFY(32512, 1000))", "53400"),
                        Steps.refused("SELECT AMPLIFY(1000000, 1)", "53400"),
                        Steps.gives("SELECT CARDINALITY(AMPLIFY(3, 3))", 3)));
    }

    private static Attack handles() {
        return new Attack(
                "handle-hoard",
                List.of("A13"),
                "makes a million resources and drops none",
                "handles of an instance are counted",
                Steps.functions("forger", "hoard"),
                List.of(
                        Steps.refused("SELECT HOARD(1000000)", "53400"),
                        Steps.gives("SELECT HOARD(5000)", 5000).times(20)));
    }

    private static Attack churn() {
        return new Attack(
                "handle-churn",
                List.of("A13"),
                "makes and drops a million resources",
                "a dropped handle leaves nothing behind",
                Steps.functions("forger", "churn"),
                List.of(Steps.gives("SELECT CHURN(1000000)", 1_000_000)));
    }

    private static Attack log() {
        return new Attack(
                "log-flood",
                List.of("A14"),
                "logs a million lines",
                "lines beyond the cap are counted and not kept",
                Steps.functions("hostile", "log-flood"),
                List.of(
                        Steps.contained("SELECT LOG_FLOOD(1000000)").guardedFor(Duration.ofMinutes(1)),
                        Steps.gives("SELECT COUNT(*) <= 1000 FROM NACRE.LOG", "TRUE")));
    }

    private static Attack logLines() {
        return new Attack(
                "log-line",
                List.of("A14", "A12"),
                "logs lines that are longer than its memory, or not in it",
                "pointer and length are checked",
                Steps.functions("hostile", "log-line", "log-out-of-bounds"),
                List.of(
                        Steps.refused("SELECT LOG_LINE(70000)", "38N02"),
                        Steps.refused("SELECT LOG_LINE(4294967295)", "38N02"),
                        Steps.refused("SELECT LOG_OUT_OF_BOUNDS()", "38N02")));
    }
}
