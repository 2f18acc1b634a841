package dev.nacre.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeakCheckTest {

    private static final AtomicLong OPEN = new AtomicLong();
    private static final AtomicLong READS = new AtomicLong();
    private static final CountDownLatch THREAD_MAY_END = new CountDownLatch(1);
    private static final String THREAD_PREFIX = "leak-check-test-";

    @BeforeEach
    void startFromKnownCount() {
        OPEN.set(7);
        READS.set(0);
    }

    @AfterEach
    void endThreads() {
        THREAD_MAY_END.countDown();
    }

    @Test
    void acceptsTestThatClosesWhatItOpened() {
        assertThat(SampleRun.failuresOf(ClosesAll.class)).isEmpty();
    }

    @Test
    void namesCounterWithBothCounts() {
        assertThat(SampleRun.failuresOf(LeavesOneOpen.class))
                .singleElement()
                .isInstanceOf(AssertionError.class)
                .asString()
                .contains("'open things' was 7, is 8");
    }

    @Test
    void failsTestThatClosesTooMuch() {
        assertThat(SampleRun.failuresOf(ClosesTwice.class))
                .singleElement()
                .asString()
                .contains("'open things' was 7, is 6");
    }

    @Test
    void waitsForCounterToComeBack() {
        assertThat(SampleRun.failuresOf(ClosesLate.class)).isEmpty();
        assertThat(READS).hasValue(4);
    }

    @Test
    void failsTestThatLeavesThreadRunning() {
        assertThat(SampleRun.failuresOf(LeavesThread.class))
                .singleElement()
                .asString()
                .contains("'threads named " + THREAD_PREFIX + "*' was 0, is 1");
    }

    private static LeakCheck impatient() {
        return LeakCheck.builder()
                .counter("open things", OPEN::get)
                .grace(Duration.ofMillis(20))
                .build();
    }

    static final class ClosesAll {
        @RegisterExtension
        final LeakCheck leaks = LeakCheck.of(Map.of("open things", OPEN::get));

        @Test
        void test() {
            OPEN.incrementAndGet();
            OPEN.decrementAndGet();
        }
    }

    static final class LeavesOneOpen {
        @RegisterExtension
        final LeakCheck leaks = impatient();

        @Test
        void test() {
            OPEN.incrementAndGet();
        }
    }

    static final class ClosesTwice {
        @RegisterExtension
        final LeakCheck leaks = impatient();

        @Test
        void test() {
            OPEN.decrementAndGet();
        }
    }

    static final class ClosesLate {
        /** Differs at the second and third read, the first two after the test. */
        @RegisterExtension
        final LeakCheck leaks = LeakCheck.of(Map.of("closing things", () -> {
            long read = READS.incrementAndGet();
            return read == 2 || read == 3 ? 1 : 0;
        }));

        @Test
        void test() {
            assertThat(READS).hasValue(1);
        }
    }

    static final class LeavesThread {
        @RegisterExtension
        final LeakCheck leaks = LeakCheck.builder()
                .threads(THREAD_PREFIX)
                .grace(Duration.ofMillis(20))
                .build();

        @Test
        void test() {
            Thread thread = new Thread(LeavesThread::waitForEnd, THREAD_PREFIX + "1");
            thread.setDaemon(true);
            thread.start();
        }

        private static void waitForEnd() {
            try {
                THREAD_MAY_END.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
