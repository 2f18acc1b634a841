package dev.nacre.bench.evil;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients who deal the same strike at once. */
final class Crowd {
    private Crowd() {}

    /** Returns the first outcome that is not as expected, else the first there is. */
    static Outcome outcome(Arena arena, Strike strike) {
        ExecutorService clients = Executors.newFixedThreadPool(strike.clients());
        try {
            List<Callable<Outcome>> work = new ArrayList<>();
            for (int client = 0; client < strike.clients(); client++) {
                work.add(() -> alone(arena, strike));
            }
            return worst(strike, clients.invokeAll(work));
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException("a strike gives an outcome, whatever happens", impossible);
        } finally {
            clients.shutdown();
        }
    }

    private static Outcome alone(Arena arena, Strike strike) throws SQLException {
        try (Connection connection = arena.connectAdministrator()) {
            return Blow.on(connection, arena, strike);
        }
    }

    private static Outcome worst(Strike strike, List<Future<Outcome>> done)
            throws InterruptedException, ExecutionException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> each : done) {
            outcomes.add(each.get());
        }
        Optional<Outcome> wrong = outcomes.stream()
                .filter(outcome -> strike.objectionTo(outcome).isPresent())
                .findFirst();
        return wrong.orElse(outcomes.get(0));
    }
}
