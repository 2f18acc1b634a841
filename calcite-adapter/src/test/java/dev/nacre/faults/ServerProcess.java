package dev.nacre.faults;

import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.jdbc.Masks;
import dev.nacre.jdbc.OtherProcess;
import dev.nacre.testkit.Rows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.h2.tools.Server;

/**
 * A server of H2 in a process of its own, which has Nacre on its class path. Its database {@code called} is opened by Nacre
 * there: H2 calls functions in it by itself, for whoever comes through the server.
 */
public final class ServerProcess implements AutoCloseable {
    private static final String CALLED = "mem:called";
    private static final String THREADS = "H2 TCP Server (";

    private static final AtomicLong PAUSED = new AtomicLong();

    private final OtherProcess process;
    private final int port;
    private final Connection observer;

    private ServerProcess(OtherProcess process) throws IOException, SQLException {
        this.process = process;
        this.port = Integer.parseInt(Objects.requireNonNull(process.answer(), "the server did not start"));
        this.observer = DriverManager.getConnection("jdbc:h2:" + called(), "sa", "");
    }

    static ServerProcess start() throws IOException, SQLException {
        return new ServerProcess(OtherProcess.start(List.of(), ServerProcess.class));
    }

    /** Returns what stands behind {@code jdbc:h2:} for a database of this name. */
    String database(String name) {
        return "tcp://localhost:" + port + "/" + name;
    }

    /** Returns what stands behind {@code jdbc:h2:} for the database that Nacre has open in the server. */
    String called() {
        return database(CALLED);
    }

    /** Returns how many instances of guests live in the server. */
    long instances() {
        return counted("countInstances");
    }

    /** Returns how many threads of the server are in guests. */
    long threadsInGuests() {
        return counted("countThreadsInGuests");
    }

    /** Returns how many threads serve connections, which end with their sessions. */
    long sessions() {
        return counted("countSessions");
    }

    /** Returns how many threads are in {@link #pauseAtTheEnd}. */
    long paused() {
        return counted("countPaused");
    }

    private synchronized long counted(String function) {
        try {
            return (Long) Objects.requireNonNull(Rows.single(observer, "CALL \"" + function + "\"()"));
        } catch (SQLException failure) {
            throw new AssertionError("the server does not answer", failure);
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        observer.close();
        process.close();
    }

    /** Serves until nobody is left at the other end of its standard input. */
    public static void main(String[] arguments) throws SQLException, IOException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:" + CALLED, "sa", "")) {
            prepare(connection);
            Runaway.prepare(connection);
            Runaway.prepareViews(connection);
            new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(server.getPort());
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        } finally {
            server.stop();
        }
    }

    /** Makes the functions of this class in a database. */
    static void prepare(Connection connection) throws SQLException {
        for (String function :
                List.of("countInstances", "countThreadsInGuests", "countSessions", "countPaused", "pauseAtTheEnd")) {
            Masks.execute(
                    connection,
                    "CREATE ALIAS \"" + function + "\" FOR '" + ServerProcess.class.getName() + "." + function + "'");
        }
    }

    /** Called by H2; takes its time at row 990. */
    public static boolean pauseAtTheEnd(long row) {
        if (row == 990) {
            PAUSED.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            PAUSED.decrementAndGet();
        }
        return true;
    }

    /** Called by H2. */
    public static long countPaused() {
        return PAUSED.get();
    }

    /** Called by H2. */
    public static long countInstances() {
        return NacreDatabase.liveInstances();
    }

    /** Called by H2. */
    public static long countThreadsInGuests() {
        return Waiting.threadsInGuests();
    }

    /** Called by H2. */
    public static long countSessions() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith(THREADS) && thread.getName().endsWith("thread"))
                .count();
    }
}
