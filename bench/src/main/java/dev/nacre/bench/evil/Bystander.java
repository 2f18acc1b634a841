package dev.nacre.bench.evil;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Another connection, which asks for one thing after the other while the database is attacked. */
final class Bystander implements AutoCloseable {
    private static final long PAUSE_MILLIS = 1;

    private final Connection connection;
    private final List<Long> nanos = new ArrayList<>();
    private final Thread thread = new Thread(this::ask, "evil-bystander");
    private volatile boolean isLeaving;

    private Bystander(Connection connection) {
        this.connection = connection;
        thread.setDaemon(true);
        thread.start();
    }

    static Bystander on(Arena arena) throws SQLException {
        return new Bystander(arena.connect(""));
    }

    /** Ends it, and returns how long each of its queries took. */
    List<Long> nanos() {
        leave();
        return List.copyOf(nanos);
    }

    private void ask() {
        try (Statement statement = connection.createStatement()) {
            while (!isLeaving) {
                long start = System.nanoTime();
                try (ResultSet row = statement.executeQuery("SELECT 1")) {
                    row.next();
                }
                nanos.add(System.nanoTime() - start);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException | InterruptedException failure) {
            nanos.add(Long.MAX_VALUE); // a query that never came back, to whoever reads the times
        }
    }

    private void leave() {
        isLeaving = true;
        try {
            thread.join();
        } catch (InterruptedException unasked) {
            throw new IllegalStateException("nobody interrupts this thread", unasked);
        }
    }

    @Override
    public void close() throws SQLException {
        leave();
        connection.close();
    }
}
