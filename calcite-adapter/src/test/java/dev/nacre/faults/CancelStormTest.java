package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many cancels on a database in a file, whose pages do not all fit into H2's cache: whoever is cancelled ends with 57014 or
 * with all rows, and who is not notices nothing. An interrupt would close the file under everybody.
 */
@ExtendWith(Seeds.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class CancelStormTest {
    private static final int VICTIMS = 3;
    private static final int ROWS = 3_000;

    /**
     * Planned; run by H2 with an alias; a guest that never ends by itself; H2 alone. No two update the same rows: who waits
     * for a row of a transaction that was cancelled waits in H2, with or without Nacre, for all of LOCK_TIMEOUT.
     */
    private static final List<String> STATEMENTS = List.of(
            "SELECT ID, MASK(P) FROM T ORDER BY ID",
            "UPDATE T SET P = MASK(MASK(P)) WHERE ID BETWEEN %d AND %1$d + 299",
            "SELECT SPIN() FROM T",
            "SELECT ID, RAWTOHEX(P) FROM T ORDER BY P, ID");

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inFile("jdbc:nacre:h2:")
            .withSettings("CACHE_SIZE=64;LOCK_TIMEOUT=60000;NACRE_CALL_TIMEOUT=1 h");

    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void disturbsNobodyElse() throws Exception {
        Connection owner = database.connect();
        prepare(owner);
        ExecutorService threads = Executors.newFixedThreadPool(VICTIMS);
        List<Victim> victims = new ArrayList<>();
        List<Future<Void>> ends = new ArrayList<>();
        try {
            for (int number = 0; number < VICTIMS; number++) {
                Victim victim = new Victim(number, database.connect());
                victims.add(victim);
                ends.add(threads.submit(victim::run));
            }
            storm(victims, ends, owner);
            for (Future<Void> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(cancelled.get()).isPositive();
        assertThat(Rows.single(owner, "SELECT COUNT(*) FROM T WHERE P <> SHORT"))
                .isEqualTo(0L);
    }

    private static void prepare(Connection owner) throws SQLException {
        Masks.create(owner, "MASK");
        Masks.execute(owner, "CREATE FUNCTION SPIN LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'spin'");
        Masks.execute(owner, "CREATE TABLE T(ID INT PRIMARY KEY, P VARBINARY, SHORT VARBINARY)");
        Masks.execute(
                owner,
                "INSERT INTO T SELECT X, V, V FROM (SELECT X, CAST(RPAD(X, 300, 'x') AS VARBINARY) V FROM"
                        + " SYSTEM_RANGE(1, " + ROWS + "))");
        Masks.execute(owner, "CREATE TABLE BYSTANDER(A INT, P VARBINARY)");
    }

    /** Cancels one after the other, while the owner works on. */
    private static void storm(List<Victim> victims, List<Future<Void>> ends, Connection owner) throws Exception {
        RandomGenerator random = Seeds.random(VICTIMS);
        while (!ends.stream().allMatch(Future::isDone)) {
            TimeUnit.MICROSECONDS.sleep(random.nextInt(10_000));
            victims.get(random.nextInt(VICTIMS)).statement.cancel();
            int id = 1 + random.nextInt(ROWS);
            assertThat(Rows.single(owner, "SELECT LENGTH(MASK(P)) FROM T WHERE ID = " + id))
                    .isEqualTo(300L);
            Masks.execute(owner, "INSERT INTO BYSTANDER SELECT ID, MASK(P) FROM T WHERE ID = " + id);
        }
    }

    private final class Victim {
        private final int firstRow;
        private final RandomGenerator random;
        private final Statement statement;

        Victim(int number, Connection connection) throws SQLException {
            this.firstRow = 1 + number * 300;
            this.random = Seeds.random(number);
            this.statement = connection.createStatement();
        }

        Void run() throws SQLException {
            int statements = Seeds.count(51, 501) / VICTIMS;
            for (int number = 0; number < statements; number++) {
                String sql = String.format(STATEMENTS.get(random.nextInt(STATEMENTS.size())), firstRow);
                try {
                    boolean gave = statement.execute(sql);
                    assertThat(gave ? Rows.all(statement.getResultSet()).size() : ROWS)
                            .as(sql)
                            .isEqualTo(ROWS);
                } catch (SQLException failure) {
                    assertThat(failure.getSQLState()).as("%s: %s", sql, failure).isEqualTo("57014");
                    cancelled.incrementAndGet();
                }
            }
            return null;
        }
    }
}
