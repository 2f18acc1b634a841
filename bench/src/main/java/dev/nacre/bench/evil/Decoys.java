package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Attacks that nothing stops, because an administrator of H2 may do all that: they show that the watch sees it. */
final class Decoys {
    private Decoys() {}

    static List<Attack> all() {
        return List.of(
                decoy("decoy-exit", "CREATE ALIAS X FOR 'java.lang.System.exit(int)'", "CALL X(0)"),
                decoy("decoy-hang", "CREATE ALIAS X FOR 'java.lang.Thread.sleep(long)'", "CALL X(3600000)"),
                decoy(
                        "decoy-leak",
                        "CREATE ALIAS P FOR 'java.lang.System.getProperty(java.lang.String)'",
                        "CREATE ALIAS E FOR 'java.lang.System.getenv(java.lang.String)'",
                        "CALL P('" + Secrets.PROPERTY + "')",
                        "CALL E('" + Secrets.VARIABLE + "')",
                        "CALL FILE_READ('{canary}', 'UTF-8') || ''",
                        "SELECT SECRET FROM VAULT.CANARY",
                        "SELECT GOOD_SUM(1, 1)"),
                decoy(
                        "decoy-harm",
                        "CREATE ALIAS X FOR 'dev.nacre.bench.evil.Canary.touch'",
                        "CALL X()",
                        "CALL FILE_WRITE(X'00', '{canary}')",
                        "CALL FILE_WRITE(X'00', '{new}')",
                        "DROP TABLE VAULT.CANARY"));
    }

    private static Attack decoy(String id, String... sql) {
        return new Attack(
                id,
                List.of("B4"),
                "what an administrator of H2 may do",
                "none",
                List.of(),
                Stream.of(sql)
                        .map(text -> Strike.administrator(text).guardedFor(Duration.ofSeconds(2)))
                        .toList());
    }
}
