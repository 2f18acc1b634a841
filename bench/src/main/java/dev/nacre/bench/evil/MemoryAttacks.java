package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guests that take memory and tables. */
final class MemoryAttacks {
    private static final int MOST_PAGES = 256;
    private static final String CAPS = "caps of the instance, and the budget of the statement and the JVM";

    private MemoryAttacks() {}

    static List<Attack> all() {
        return List.of(memory(), crowd(), clients(), tables(), minimum(), instancesInside());
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
}
