package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Components that are an attack before anything in them is called. */
final class BombAttacks {
    private static final String SCREEN = "a screen with caps, before anything is built from the bytes";
    private static final int MUTANTS = 200;

    private BombAttacks() {}

    static List<Attack> all() {
        return Stream.concat(
                        Stream.of(counts()),
                        Stream.concat(capped(), Stream.of(compilation(), startTrap(), malformed())))
                .toList();
    }

    private static Attack counts() {
        int[] coreSections = {1, 2, 3, 4, 5, 6, 7, 9, 10, 11};
        int[] sections = {2, 3, 5, 6, 7, 8, 10, 11};
        return new Attack(
                "bomb-counts",
                List.of("A9", "A10"),
                "every section says that it has four billion items",
                "counts are checked against the bytes that remain",
                List.of(),
                Stream.concat(
                                IntStream.of(coreSections).mapToObj(Bombs::countOfSection),
                                IntStream.of(sections).mapToObj(Bombs::countOfComponentSection))
                        .map(bytes -> Steps.component(bytes).expecting(Expectation.refusal("22000", "54000")))
                        .toList());
    }

    private static Stream<Attack> capped() {
        Map<String, Supplier<byte[]>> bombs = new TreeMap<>(Map.ofEntries(
                Map.entry("blocks", () -> Bombs.blocks(100_000)),
                Map.entry("body", () -> Bombs.body(3 << 20)),
                Map.entry("functions", () -> Bombs.functions(200_000)),
                Map.entry("branches", () -> Bombs.branches(200_000)),
                Map.entry("branch-tables", () -> Bombs.tablesOfBranches(500, 4_000)),
                Map.entry("locals", () -> Bombs.locals(0xffff_fff0L)),
                Map.entry("types", () -> Bombs.types(1_000_000)),
                Map.entry("results", () -> Bombs.results(100_000)),
                Map.entry("globals", () -> Bombs.globals(100_000)),
                Map.entry("table", () -> Bombs.table(0xffff_ffffL)),
                Map.entry("name", () -> Bombs.export(1 << 20)),
                Map.entry("components", () -> Bombs.components(2_000)),
                Map.entry("modules", () -> Bombs.modules(5_000)),
                Map.entry("nested-lists", () -> Bombs.nestedLists(1_000)),
                Map.entry("doubling-types", () -> Bombs.doublingTypes(60)),
                Map.entry("padding", () -> Bombs.padding(17 << 20))));
        return bombs.entrySet().stream()
                .map(bomb -> new Attack(
                        "bomb-" + bomb.getKey(),
                        List.of("A9"),
                        "a component with too many or too large "
                                + bomb.getKey().replace('-', ' '),
                        SCREEN,
                        List.of(),
                        List.of(Steps.component(bomb.getValue().get()).expecting(Expectation.refusal("54000")))));
    }

    private static Attack compilation() {
        return new Attack(
                "bomb-compilation",
                List.of("A9"),
                "a component below every cap whose compilation takes long, twice",
                "compilation ends at compile_timeout, and is not tried again soon",
                List.of(Strike.administrator("SET NACRE.COMPILE_TIMEOUT = '1 s'")),
                List.of(
                        Steps.component(Bombs.code(4_000, 150))
                                .expecting(Expectation.refusal("57014"))
                                .stoppedAfter(Duration.ofSeconds(1))
                                .guardedFor(Duration.ofSeconds(30)),
                        Steps.component(Bombs.code(4_000, 150)).expecting(Expectation.refusal("57014")),
                        Steps.gives("SELECT GOOD_SUM(1, 1)", 2)));
    }

    private static Attack startTrap() {
        return new Attack(
                "start-trap",
                List.of("A16"),
                "traps in its start function",
                "a component is started once before it is kept",
                List.of(),
                List.of(Steps.component("trap-at-start")
                        .expecting(Expectation.refusal("38N01"))
                        .times(1)));
    }

    private static Attack malformed() {
        byte[] forger = EvilGuests.bytes("forger");
        byte[] runaway = EvilGuests.bytes("runaway");
        Expectation answer = Expectation.success()
                .or(Expectation.refusal(
                        "22000", "42P13", "0A000", "54000", "53200", "53400", "38N01", "38N02", "57014"));
        return new Attack(
                "malformed",
                List.of("A10", "A11"),
                MUTANTS + " damaged components",
                "what is not well-formed and valid is refused, however it fails",
                List.of(),
                IntStream.range(0, MUTANTS)
                        .mapToObj(number -> Mutants.of(number % 2 == 0 ? forger : runaway, number))
                        .map(bytes -> Strike.administrator("CREATE OR REPLACE COMPONENT MUTANT FROM ?", bytes)
                                .expecting(answer))
                        .toList());
    }
}
