package dev.nacre.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineThreadTest {

    @Test
    void leavesWorkBehindThatDoesNotEndAndTakesMore() {
        CountDownLatch never = new CountDownLatch(1);
        try (EngineThread thread = new EngineThread()) {
            thread.begin(EngineThread.GRACE.negated().plusMillis(20));

            assertThatThrownBy(() -> thread.call(() -> await(never)))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            timeout -> assertThat(timeout.code()).isEqualTo(ErrorCode.TIMEOUT));
            thread.begin(Duration.ofSeconds(10));
            assertThat(thread.call(() -> 7)).isEqualTo(7);
        } finally {
            never.countDown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new AssertionError("nobody is interrupted", interrupted);
        }
    }

    @Test
    void turnsWhateverIsThrownIntoExceptionOfTheEngine() {
        try (EngineThread thread = new EngineThread()) {
            thread.begin(Duration.ofSeconds(10));

            failsWith(thread, new StackOverflowError());
            failsWith(thread, new OutOfMemoryError("a test's"));
            failsWith(thread, new NoClassDefFoundError("a test's"));
            failsWith(thread, new IllegalStateException("a test's"));
            assertThat(thread.call(() -> "alive")).isEqualTo("alive");
        }
    }

    private static void failsWith(EngineThread thread, Throwable thrown) {
        assertThatThrownBy(() -> thread.call(() -> sneak(thrown)))
                .isInstanceOfSatisfying(EngineException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
                    assertThat(failure).hasCause(thrown);
                });
    }

    private static Object sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
