package dev.nacre.bench.evil;

import java.util.List;
import java.util.stream.Stream;

/** Guests that lie to the host, forge handles, trap, or look for what others left behind. */
final class BoundaryAttacks {
    private static final String ABI = "38N02";
    private static final String TRAP = "38N01";

    /** What the guest finds in an instance that nobody touched. */
    private static final long CLEAN = -6_409_586_919_396_590_931L;

    private BoundaryAttacks() {}

    static List<Attack> all() {
        return List.of(strings(), lists(), values(), allocators(), handles(), forbiddenCalls(), traps(), leftovers());
    }

    private static Attack lies(String id, String act, String... exports) {
        return new Attack(
                id,
                List.of("A12"),
                act,
                "pointers, lengths and values are checked in 64 bits",
                Steps.functions("liar", exports),
                Stream.of(exports)
                        .map(export -> Steps.refused("SELECT " + export.replace('-', '_') + "()", ABI))
                        .toList());
    }

    private static Attack strings() {
        return lies(
                "lying-strings",
                "gives strings that are no UTF-8, or not where they say",
                "bad-string",
                "truncated-string",
                "surrogate-string",
                "overlong-string",
                "string-out-of-bounds",
                "area-out-of-bounds",
                "unaligned-area");
    }

    private static Attack lists() {
        return lies(
                "lying-lists",
                "gives lists that are longer than memory, unaligned, or not in it",
                "bad-pointer",
                "long-list",
                "longest-list",
                "wide-list",
                "unaligned-list",
                "empty-list-out-of-bounds");
    }

    private static Attack values() {
        return lies(
                "lying-values",
                "gives values that are none of their type",
                "bad-char",
                "large-char",
                "bad-enum",
                "bad-discriminant",
                "bad-option",
                "bad-result");
    }

    private static Attack allocators() {
        return new Attack(
                "lying-allocators",
                List.of("A12", "A1"),
                "allocates where nothing is, traps or loops when asked, traps or loops in a clean-up",
                "what the allocator gives is checked, and its time counts",
                Stream.of(
                                Steps.component("liar"),
                                Steps.function("OUTSIDE", "realloc-out-of-bounds"),
                                Steps.function("UNALIGNED", "realloc-unaligned"),
                                Steps.function("TRAPS", "realloc-traps"),
                                Steps.function("SPINS", "realloc-spins", Steps.SOON),
                                Steps.function("GROWS", "realloc-grows"),
                                Steps.function("TRAPS_AFTER", "post-return-traps"),
                                Steps.function("SPINS_AFTER", "post-return-spins", Steps.SOON))
                        .toList(),
                List.of(
                        Steps.refused("SELECT OUTSIDE('text')", ABI),
                        Steps.refused("SELECT UNALIGNED(ARRAY[1, 2, 3])", ABI),
                        Steps.refused("SELECT TRAPS('text')", TRAP),
                        Steps.refused("SELECT SPINS('text')", "57014").stoppedAfter(RunawayAttacks.DEADLINE),
                        Steps.gives("SELECT GROWS('text')", "text"),
                        Steps.refused("SELECT TRAPS_AFTER()", TRAP),
                        Steps.refused("SELECT SPINS_AFTER()", "57014").stoppedAfter(RunawayAttacks.DEADLINE)));
    }

    private static Attack handles() {
        return new Attack(
                "forged-handles",
                List.of("A13"),
                "uses handles that it never had, has no longer, or has of another type",
                "handles are looked up in the instance's own typed table",
                Steps.functions("forger", "drop-forged", "rep-forged", "drop-twice", "use-dropped", "drop-as-other"),
                Stream.of(
                                "DROP_FORGED(0)",
                                "DROP_FORGED(1)",
                                "DROP_FORGED(-1)",
                                "DROP_FORGED(2147483647)",
                                "REP_FORGED(7)",
                                "REP_FORGED(-2147483648)",
                                "DROP_TWICE()",
                                "USE_DROPPED()",
                                "DROP_AS_OTHER()")
                        .map(call -> Steps.refused("SELECT " + call, ABI, TRAP))
                        .toList());
    }

    private static Attack forbiddenCalls() {
        return new Attack(
                "forbidden-calls",
                List.of("A12"),
                "calls the host while an argument is on its way in, and in a clean-up",
                "a component may not be left at these times",
                Steps.functions("hostile", "leave-in-realloc", "leave-in-post-return"),
                List.of(
                        Steps.refused("SELECT LEAVE_IN_REALLOC('text')", ABI, TRAP),
                        Steps.refused("SELECT LEAVE_IN_POST_RETURN()", ABI, TRAP)));
    }

    private static Attack traps() {
        return new Attack(
                "trap-in-a-row",
                List.of("A16"),
                "traps at one row of a hundred, under LIMIT, GROUP BY, a join, and prepared again",
                "an instance is thrown away after a trap",
                Steps.functions("fingerprint", "trap-at"),
                List.of(
                        Steps.refused("SELECT TRAP_AT(ID, 50) FROM T", TRAP),
                        Steps.refused("SELECT TRAP_AT(ID, 5), COUNT(*) FROM T GROUP BY TRAP_AT(ID, 5)", TRAP),
                        Steps.refused("SELECT A.ID FROM T A JOIN T B ON TRAP_AT(A.ID, 9) = B.ID", TRAP),
                        Steps.refused("UPDATE T SET N = TRAP_AT(ID, 9)", TRAP),
                        Steps.gives("SELECT SUM(N) FROM T", 50_500),
                        Steps.gives("SELECT TRAP_AT(ID, 50) FROM T ORDER BY ID LIMIT 1", 1),
                        Steps.gives("SELECT SUM(TRAP_AT(ID, 500)) FROM T", 5050).times(3)));
    }

    private static Attack leftovers() {
        Strike clean = Steps.gives("SELECT FINGERPRINT()", CLEAN);
        return new Attack(
                "leftovers",
                List.of("A8", "A16"),
                "soils memory, globals and tables, traps, and looks for what is left in the next query",
                "instances are private to a query",
                Steps.functions("fingerprint", "fingerprint", "soil", "trap-at"),
                List.of(
                        clean,
                        Strike.administrator("SELECT SOIL(ID) FROM T"),
                        clean,
                        Steps.refused("SELECT TRAP_AT(ID, 50) FROM T", TRAP),
                        clean,
                        Strike.user("SELECT FINGERPRINT()").expecting(Expectation.value(CLEAN)),
                        Strike.user("SELECT SOIL(3)"),
                        clean));
    }
}
