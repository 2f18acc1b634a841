package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.QueryScope;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements whose time is up are stopped one beside the other. */
@Timeout(60)
class TimeoutWatchTest {
    private static QueryScope endingIn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return (QueryScope) Proxy.newProxyInstance(
                QueryScope.class.getClassLoader(),
                new Class<?>[] {QueryScope.class},
                (proxy, method, arguments) -> Optional.of(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    /** To stop a statement on a server is to connect to it, which takes its time where nobody answers. */
    @Test
    void stopsOthersWhileOneCannotBeReached() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runnable endFirst = TimeoutWatch.start(endingIn(Duration.ofMillis(60)), () -> {
            stopping.countDown();
            awaitQuietly(answer);
        });
        Runnable endSecond = TimeoutWatch.start(endingIn(Duration.ofMillis(120)), stopped::countDown);
        try {
            stopping.await();

            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            answer.countDown();
            endFirst.run();
            endSecond.run();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unasked) {
            throw new AssertionError("nobody interrupts this thread", unasked);
        }
    }
}
