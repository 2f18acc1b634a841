package dev.nacre.bench.evil;

import dev.nacre.h2.H2Rows;
import dev.nacre.h2.catalog.NacreDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says whether a database that was attacked, and the process around it, are as they were. */
final class WellBeing {
    private static final long GRACE_NANOS = 5_000_000_000L;
    private static final long POLL_MILLIS = 5;

    private static final List<Strike> PROOFS = List.of(
            Strike.administrator("SELECT 1").expecting(Expectation.value(1)),
            Strike.user("SELECT 1").expecting(Expectation.value(1)),
            Strike.administrator("SELECT GOOD_SUM(20, 22)").expecting(Expectation.value(42)),
            Strike.administrator("SELECT SECRET FROM VAULT.CANARY").expecting(Expectation.value(Secrets.IN_TABLE)));

    private WellBeing() {}

    /** Returns all that is wrong; nothing when all is well. */
    static Optional<String> objection(Arena arena) {
        return Stream.of(
                        PROOFS.stream().map(proof -> objection(arena, proof)),
                        arena.secrets().harmed().stream().map(Optional::of),
                        Stream.of(leftBehind()))
                .flatMap(objections -> objections)
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + "; " + second);
    }

    private static Optional<String> objection(Arena arena, Strike proof) {
        return proof.objectionTo(Blow.of(arena, proof)).map(reason -> "afterwards, '" + proof.text() + "': " + reason);
    }

    private static Optional<String> leftBehind() {
        long end = System.nanoTime() + GRACE_NANOS;
        while (isSomethingOpen() && System.nanoTime() - end < 0) {
            pause();
        }
        return isSomethingOpen()
                ? Optional.of("afterwards " + NacreDatabase.liveInstances() + " instances and " + H2Rows.openResults()
                        + " results of H2 are open")
                : Optional.empty();
    }

    private static boolean isSomethingOpen() {
        return NacreDatabase.liveInstances() > 0 || H2Rows.openResults() > 0;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException unasked) {
            throw new IllegalStateException("nobody interrupts this thread", unasked);
        }
    }
}
