package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.jdbc.Kinds;
import dev.nacre.jdbc.Masks;
import dev.nacre.jdbc.OtherProcess;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JVMs whose heap is too small for what guests ask for. */
@Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StarvedJvmTest {
    /** It asks for 16 at a time beyond its first, and may have 256. */
    private static final int MOST_PAGES = 241;

    /** Runs clients whose guests all take what they can get, and keep it for a while. */
    static final class Clients {
        private static final AtomicInteger ROWS = new AtomicInteger();
        private static final AtomicInteger REFUSED = new AtomicInteger();

        private Clients() {}

        public static void main(String[] arguments) throws Exception {
            PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:starved")) {
                create(connection);
                run(Integer.parseInt(arguments[0]));
                answers.println(ROWS.get() > 0 && ROWS.get() + REFUSED.get() == 4 * Integer.parseInt(arguments[0]));
                answers.println(Rows.single(connection, "SELECT GROW()"));
                answers.println(NacreDatabase.liveInstances());
            }
        }

        private static void create(Connection connection) throws SQLException {
            Masks.execute(
                    connection,
                    "CREATE FUNCTION GROW LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'allocate-all'");
        }

        private static void run(int clients) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            List<Future<Void>> ends = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                ends.add(threads.submit(Clients::grow));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
            threads.shutdown();
        }

        private static Void grow() throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:starved")) {
                for (int statement = 0; statement < 4; statement++) {
                    try {
                        Rows.of(connection, "SELECT GROW() FROM SYSTEM_RANGE(1, 500)");
                        ROWS.incrementAndGet();
                    } catch (SQLException refused) {
                        if (!refused.getSQLState().equals("53200")) {
                            throw refused;
                        }
                        REFUSED.incrementAndGet();
                    }
                }
            }
            return null;
        }
    }

    @Test
    void dividesItsHeapAmongGuests() throws Exception {
        String clients = String.valueOf(Seeds.count(12, 64));
        String heap = Seeds.soaking() ? "-Xmx1g" : "-Xmx256m";
        try (OtherProcess other =
                OtherProcess.start(List.of(heap, "-XX:+ExitOnOutOfMemoryError"), Clients.class, clients)) {
            assertThat(other.answer())
                    .as("all statements ended with rows or 53200")
                    .isEqualTo("true");
            assertThat(other.answer()).as("pages of one that comes later").isEqualTo(String.valueOf(MOST_PAGES));
            assertThat(other.answer()).as("live instances").isEqualTo("0");
        }
    }

    /** Fills its heap, and asks a guest for a text that does not fit in beside. */
    static final class Ballast {
        private static final int KEPT_FREE = 14 << 20;
        private static final List<byte[]> BALLAST = new ArrayList<>();

        private Ballast() {}

        public static void main(String[] arguments) throws SQLException {
            PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
                Kinds.in(connection).vectorized("long-texts", "(V BIGINT) RETURNS VARCHAR");
                answers.println(answer(connection, "SELECT LENGTH(LONG_TEXTS(1000))"));
                fill();
                answers.println(answer(connection, "SELECT LENGTH(LONG_TEXTS(10000000))"));
                answers.println(answer(connection, "SELECT NACRE_FN.\"PUBLIC.LONG_TEXTS\"(10000000)"));
                answers.println(answer(connection, "SELECT LENGTH(LONG_TEXTS(1000))"));
                BALLAST.clear();
                answers.println(answer(connection, "SELECT LENGTH(LONG_TEXTS(10000000))"));
                answers.println(NacreDatabase.liveInstances());
            }
        }

        private static void fill() {
            byte[] free = new byte[KEPT_FREE];
            try {
                while (true) {
                    BALLAST.add(new byte[256 << 10]);
                }
            } catch (OutOfMemoryError full) {
                free[0] = 1; // from here on there is what this array took
            }
        }

        private static Object answer(Connection connection, String sql) {
            try {
                return Rows.single(connection, sql);
            } catch (SQLException failure) {
                return failure.getSQLState() + " " + failure.getErrorCode() + " " + failure.getMessage();
            }
        }
    }

    @Test
    void failsTheStatementThatHasNoHeap() throws Exception {
        try (OtherProcess other = OtherProcess.start(List.of("-Xmx128m", "-XX:+UseSerialGC"), Ballast.class)) {
            assertThat(other.answer()).isEqualTo("1000");
            assertThat(other.answer()).startsWith("53200");
            assertThat(other.answer()).startsWith("53200");
            assertThat(other.answer()).isEqualTo("1000");
            assertThat(other.answer()).isEqualTo("10000000");
            assertThat(other.answer()).as("live instances").isEqualTo("0");
        }
    }
}
