package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Functions that are replaced and dropped while queries call them: whatever a query answers, it answers by one version, also
 * where it has two functions of one component, and calls the second late.
 */
@ExtendWith(Seeds.class)
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class FlippedVersionsTest {
    private static final int ROWS = 60;

    /** Planned; planned, with a function that is called for the last row alone; run by H2. */
    private static final List<String> QUERIES = List.of(
            "SELECT MASK(X'00') FROM SYSTEM_RANGE(1, 60) UNION ALL SELECT OTHER(X'00') FROM SYSTEM_RANGE(1, 60)",
            "SELECT CASE WHEN X < 60 THEN MASK(X'00') ELSE OTHER(X'00') END FROM SYSTEM_RANGE(1, 60)",
            "SELECT CASE WHEN X < 60 THEN NACRE_FN.\"PUBLIC.MASK\"(X'00') ELSE NACRE_FN.\"PUBLIC.OTHER\"(X'00') END"
                    + " FROM SYSTEM_RANGE(1, 60)");

    /** H2 finds no function; or it found one, whose alias then finds none in the catalog. */
    private static final List<Integer> GONE =
            List.of(ErrorCode.FUNCTION_NOT_FOUND_1, SqlLayerErrorCode.NO_SUCH_OVERLOAD.number());

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:").withSettings("LOCK_TIMEOUT=60000");

    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void showsAQueryOneVersion() throws Exception {
        Connection writer = database.connect();
        KeyedGuest.component(writer, "C", 0x80);
        create(writer);
        ExecutorService threads = Executors.newFixedThreadPool(QUERIES.size());
        List<Future<Integer>> readers = new ArrayList<>();
        try {
            for (String query : QUERIES) {
                Connection reader = database.connect();
                readers.add(threads.submit(() -> read(reader, query)));
            }
            for (int flip = 0; flip < Seeds.count(30, 2_000) && readers.stream().noneMatch(Future::isDone); flip++) {
                flip(writer, flip);
            }
            stop.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).as("queries that found the functions").isPositive();
            }
        } finally {
            stop.set(true);
            threads.shutdown();
        }
    }

    /** Replaces the component of both, or drops both and makes them again. */
    private static void flip(Connection writer, int flip) throws SQLException {
        int key = 0x80 + flip % 0x70;
        if (flip % 6 == 5) {
            Masks.execute(writer, "DROP COMPONENT C CASCADE");
            KeyedGuest.component(writer, "C", key);
            create(writer);
        } else {
            KeyedGuest.component(writer, "C", key);
        }
    }

    private static void create(Connection writer) throws SQLException {
        Masks.execute(writer, "CREATE FUNCTION MASK LANGUAGE WASM FROM C EXPORT 'handle-data'");
        Masks.execute(writer, "CREATE FUNCTION OTHER LANGUAGE WASM FROM C EXPORT 'handle-data'");
    }

    /** Returns how many executions found the functions. */
    private int read(Connection reader, String query) throws SQLException, InterruptedException {
        int answers = 0;
        while (!stop.get()) {
            Thread.sleep(5); // leaves the writer some of the processors
            try (PreparedStatement statement = reader.prepareStatement(query)) {
                for (int execution = 0; execution < 3; execution++) {
                    assertOneVersion(query, statement);
                    answers++;
                }
            } catch (SQLException failure) {
                assertThat(failure.getErrorCode()).as("%s", failure).isIn(GONE);
            }
        }
        return answers;
    }

    private static void assertOneVersion(String query, PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<List<Object>> all = Rows.all(rows);
            assertThat(all).hasSizeGreaterThanOrEqualTo(ROWS);
            assertThat(Set.copyOf(all)).as(query).hasSize(1);
        }
    }
}
