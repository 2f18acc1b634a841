package dev.nacre.bench.evil;

import dev.nacre.bench.evil.Outcome.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Deals a strike, and takes whatever comes of it. */
final class Blow {
    private static final int MOST_ROWS = 10_000;

    private static final ScheduledExecutorService CANCELLER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "evil-canceller");
        thread.setDaemon(true);
        return thread;
    });

    private final Arena arena;
    private final Strike strike;
    private final Connection administrator;
    private final List<List<String>> rows = new ArrayList<>();

    private Blow(Connection administrator, Arena arena, Strike strike) {
        this.administrator = administrator;
        this.arena = arena;
        this.strike = strike;
    }

    /** Deals it; whatever is thrown is an outcome. */
    static Outcome of(Arena arena, Strike strike) {
        return strike.clients() > 1 ? Crowd.outcome(arena, strike) : on(arena.administrator(), arena, strike);
    }

    /** Deals it once, an administrator's on this connection. */
    static Outcome on(Connection administrator, Arena arena, Strike strike) {
        return new Blow(administrator, arena, strike).outcome();
    }

    // Errors as well: one that comes out of the driver is what is looked for.
    private Outcome outcome() {
        try {
            deal();
            return Outcome.ofRows(rows);
        } catch (SQLException failure) {
            return new Outcome(rows, Optional.of(Failure.of(failure)));
        } catch (Throwable other) {
            return new Outcome(rows, Optional.of(Failure.of(other)));
        }
    }

    private void deal() throws SQLException {
        String text = arena.completed(strike.text());
        switch (strike.door()) {
            case ADMINISTRATOR -> execute(administrator, text);
            case USER -> execute(arena.user(), text);
            case URL -> arena.connect(text).close();
        }
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < strike.parameters().size(); index++) {
                statement.setBytes(index + 1, strike.parameters().get(index));
            }
            Optional<ScheduledFuture<?>> cancellation = cancellation(statement);
            try {
                for (int run = 0; run < strike.repeats(); run++) {
                    execute(statement);
                }
            } finally {
                cancellation.ifPresent(future -> future.cancel(false));
            }
        }
    }

    private Optional<ScheduledFuture<?>> cancellation(PreparedStatement statement) {
        if (!strike.isCancelled()) {
            return Optional.empty();
        }
        return Optional.of(CANCELLER.schedule(
                () -> {
                    statement.cancel();
                    return null;
                },
                strike.due().toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private void execute(PreparedStatement statement) throws SQLException {
        rows.clear();
        if (statement.execute()) {
            try (ResultSet result = statement.getResultSet()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next() && rows.size() < MOST_ROWS) {
                    rows.add(row(result, columns));
                }
            }
        }
    }

    private static List<String> row(ResultSet result, int columns) throws SQLException {
        List<String> values = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            values.add(String.valueOf(result.getString(column)));
        }
        return values;
    }
}
