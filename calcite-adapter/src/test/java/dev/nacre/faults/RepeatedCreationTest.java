package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is created, called and dropped again leaves no classes and no memory behind. */
@Timeout(value = 3_600, unit = TimeUnit.SECONDS)
class RepeatedCreationTest {
    private static final int WARM_UP = 30;

    /** Until caches are full: the heap grew by half a MiB in a thousand rounds up to 5,000 of them, and no more. */
    private static final int LONG_WARM_UP = 6_000;

    private static final int LOOKS = 5;
    private static final long MOST_CLASSES = 40;
    private static final long MOST_BYTES = 5 << 20;

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @Test
    void leavesNothing() throws Exception {
        Connection connection = database.connect();
        rounds(connection, Seeds.count(WARM_UP, LONG_WARM_UP));
        long classes = classes();
        long bytes = bytes();

        rounds(connection, Seeds.count(60, 10_000));

        assertThat(classes() - classes).as("classes that stay").isLessThanOrEqualTo(MOST_CLASSES);
        if (Seeds.soaking()) {
            assertThat(bytes() - bytes)
                    .as("bytes of heap and metaspace that stay")
                    .isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static void rounds(Connection connection, int rounds) throws SQLException {
        for (int round = 0; round < rounds; round++) {
            int key = 0x80 + round % 0x80;
            KeyedGuest.function(connection, "MASK", key);
            assertThat(Rows.single(connection, "SELECT MASK(X'00')")).isEqualTo(KeyedGuest.answer(key));
            Masks.execute(connection, "DROP FUNCTION MASK");
        }
    }

    private static long classes() throws InterruptedException {
        collect();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    /** The least of several looks: a collection now and then leaves some MiB to the next one. */
    private static long bytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            collect();
            least = Math.min(least, bytesNow());
        }
        return least;
    }

    private static long bytesNow() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> !pool.getName().startsWith("Code"))
                .mapToLong(RepeatedCreationTest::bytes)
                .sum();
    }

    private static long bytes(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    /** Soft references to what was compiled go when they have not been used for a while, and finalizers take their time. */
    private static void collect() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(50);
        }
    }
}
