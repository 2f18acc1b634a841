package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers somebody's component to the database and calls each function of it that takes simple arguments. */
final class GuestTrial {
    private static final List<String> BOUNDS = List.of(
            "SET NACRE.CALL_TIMEOUT = '1 s'",
            "SET NACRE.TIMEOUT = '5 s'",
            "SET NACRE.MEMORY = '16 MiB'",
            "SET NACRE.FUEL = 1000000000");

    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("BOOLEAN", "TRUE"),
            Map.entry("TINYINT", "1"),
            Map.entry("SMALLINT", "1"),
            Map.entry("INTEGER", "1"),
            Map.entry("BIGINT", "1"),
            Map.entry("REAL", "1.5"),
            Map.entry("DOUBLE PRECISION", "1.5"),
            Map.entry("DECFLOAT", "1.5"),
            Map.entry("CHARACTER VARYING", "'text'"),
            Map.entry("CHARACTER LARGE OBJECT", "'text'"),
            Map.entry("BINARY VARYING", "X'74657874'"),
            Map.entry("BINARY LARGE OBJECT", "X'74657874'"),
            Map.entry("DATE", "DATE '2020-02-29'"),
            Map.entry("UUID", "RANDOM_UUID()"));

    private final Arena arena;
    private final Dealer dealer;

    GuestTrial(Arena arena, Dealer dealer) {
        this.arena = arena;
        this.dealer = dealer;
    }

    /** Deals a strike, and tells whoever watches. */
    @FunctionalInterface
    interface Dealer {
        /** Returns what came of it. */
        Outcome deal(Strike strike);
    }

    /** Returns what this does, for a report. */
    static Attack attack(String name) {
        return new Attack(name, List.of("A"), "somebody's component", "every defence", List.of(), List.of());
    }

    void run(byte[] component) {
        BOUNDS.forEach(sql -> dealer.deal(Strike.administrator(sql)));
        Outcome created = dealer.deal(patient(Steps.component(component).expecting(Expectation.containment())));
        if (created.failure().isEmpty()) {
            exports().forEach(this::create);
            functions()
                    .forEach(function -> call(function).ifPresent(sql -> dealer.deal(patient(Steps.contained(sql)))));
        }
    }

    private static Strike patient(Strike strike) {
        return strike.guardedFor(Duration.ofMinutes(2));
    }

    private List<String> exports() {
        return ask("DESCRIBE COMPONENT EVIL").stream()
                .filter(row -> row.get(0).equals("export"))
                .map(row -> row.get(1))
                .toList();
    }

    private void create(String export) {
        dealer.deal(Steps.contained("IMPORT FUNCTIONS FROM EVIL LIMIT TO ('" + export.replace("'", "''") + "')"));
    }

    private List<List<String>> functions() {
        return ask("SHOW FUNCTIONS").stream()
                .filter(row -> row.get(6).equals("EVIL"))
                .toList();
    }

    private List<List<String>> ask(String sql) {
        return Blow.of(arena, Strike.administrator(sql)).rows();
    }

    /** Returns a statement that calls a function; nothing when there is no argument for one of its parameters. */
    private static Optional<String> call(List<String> function) {
        return arguments(function.get(2)).map(arguments -> {
            String call = "\"" + function.get(1).replace("\"", "\"\"") + "\"(" + arguments + ")";
            return switch (function.get(4)) {
                case "TABLE" -> "SELECT * FROM TABLE(" + call + ") FETCH FIRST 1000 ROWS ONLY";
                case "PROCEDURE" -> "CALL " + call;
                default -> "SELECT " + call + " FROM T WHERE ID <= 3";
            };
        });
    }

    private static Optional<String> arguments(String types) {
        List<String> arguments = new ArrayList<>();
        for (String type : types.isEmpty() ? new String[0] : types.split(", ")) {
            arguments.add(ARGUMENTS.getOrDefault(type.replaceAll("\\(.*", ""), ""));
        }
        return arguments.stream().anyMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(String.join(", ", arguments));
    }
}
