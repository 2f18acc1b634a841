package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Components that are an attack before anything in them is called. */
final class BombAttacks {
    private static final String SCREEN = "a screen with caps, before anything is built from the bytes";
    private static final int MUTANTS = 200;

    /** Takes seconds, and 110 MiB of the heap of 256 MiB: this attack is about time. */
    private static final byte[] LONG_COMPILATION = Bombs.code(2_600, 150);

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
        return Stream.of(
                capped("blocks", "50,000 blocks inside each other", Bombs.blocks(50_000)),
                capped("body", "a function of 3 MiB", Bombs.body(3 << 20)),
                capped("functions", "200,000 functions", Bombs.functions(200_000)),
                capped("branches", "a table of 200,000 branches", Bombs.branches(200_000)),
                capped("branch-tables", "500 tables of 4,000 branches", Bombs.tablesOfBranches(500, 4_000)),
                capped("locals", "four billion locals in five bytes", Bombs.locals(0xffff_fff0L)),
                capped("types", "a million types", Bombs.types(1_000_000)),
                capped("results", "a function with 100,000 results", Bombs.results(100_000)),
                capped("globals", "100,000 globals", Bombs.globals(100_000)),
                capped("table", "a table that starts with four billion elements", Bombs.table(0xffff_ffffL)),
                capped("name", "a name of a mebibyte", Bombs.export(1 << 20)),
                capped("components", "2,000 components inside each other", Bombs.components(2_000)),
                capped("modules", "5,000 core modules", Bombs.modules(5_000)),
                capped("nested-lists", "1,000 lists inside each other, as a type", Bombs.nestedLists(1_000)),
                capped("doubling-types", "60 types, each with the one before it twice", Bombs.doublingTypes(60)),
                capped("padding", "17 MiB of nothing", Bombs.padding(17 << 20)));
    }

    private static Attack capped(String id, String act, byte[] component) {
        return new Attack(
                "bomb-" + id,
                List.of("A9"),
                act,
                SCREEN,
                List.of(),
                List.of(Steps.component(component).expecting(Expectation.refusal("54000"))));
    }

    private static Attack compilation() {
        return new Attack(
                "bomb-compilation",
                List.of("A9"),
                "a component below every cap whose compilation takes long, twice",
                "compilation ends at compile_timeout, and is not tried again soon",
                List.of(Strike.administrator("SET NACRE.COMPILE_TIMEOUT = '1 s'")),
                List.of(
                        Steps.component(LONG_COMPILATION)
                                .expecting(Expectation.refusal("57014"))
                                .stoppedAfter(Duration.ofSeconds(1))
                                .guardedFor(Duration.ofSeconds(30)),
                        Steps.component(LONG_COMPILATION).expecting(Expectation.refusal("57014")),
                        Steps.gives("SELECT GOOD_SUM(1, 1)", 2)));
    }

    private static Attack startTrap() {
        return new Attack(
                "start-trap",
                List.of("A16"),
                "traps in its start function",
                "a component is started once before it is kept",
                List.of(),
                List.of(Steps.component("trap-at-start").expecting(Expectation.refusal("38N01"))));
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
