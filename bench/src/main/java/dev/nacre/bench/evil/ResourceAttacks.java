package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;

/** Guests that take output, handles and the log. */
final class ResourceAttacks {

    private ResourceAttacks() {}

    static List<Attack> all() {
        return List.of(amplification(), handles(), churn(), log(), logLines());
    }

    private static Attack amplification() {
        return new Attack(
                "amplification",
                List.of("A12"),
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
