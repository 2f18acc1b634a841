package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Compilations;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class CompileThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    @RegisterExtension
    final LeakCheck leaks = LeakCheck.builder().threads("nacre-compile-").build();

    private final CompileThreads threads = new CompileThreads(new Compilations(2, 2), SHORT);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger late = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        release.countDown();
        threads.close();
        callers.shutdown();
    }

    private <T> T run(Duration timeout, Function<CompileDeadline, T> work) {
        return run(threads, new Object(), timeout, work);
    }

    private <T> T run(CompileThreads on, Object owner, Duration timeout, Function<CompileDeadline, T> work) {
        return on.run(new CompileWork<>(owner, timeout, work), late::incrementAndGet);
    }

    private <T> CompletableFuture<T> start(Duration timeout, Function<CompileDeadline, T> work) {
        return CompletableFuture.supplyAsync(() -> run(timeout, work), callers);
    }

    private String free() {
        return free(threads, new Object());
    }

    private String free(CompileThreads on, Object owner) {
        return run(on, owner, LONG, deadline -> "free");
    }

    /** Work that looks at no deadline. */
    private String stubborn(CountDownLatch begun) {
        begun.countDown();
        await(release);
        return "done";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static String patient(CompileDeadline deadline, CountDownLatch begun) {
        begun.countDown();
        while (true) {
            deadline.check();
            Thread.onSpinWait();
        }
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void workRunsOnADaemonOfItsOwn() {
        Thread thread = run(LONG, deadline -> Thread.currentThread());

        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.getName()).matches("nacre-compile-\\d+");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void passesOnWhatTheWorkThrows() {
        IllegalStateException own = new IllegalStateException("own");
        OutOfMemoryError error = new OutOfMemoryError("own");

        assertThatThrownBy(() -> run(LONG, deadline -> {
                    throw own;
                }))
                .isSameAs(own);
        assertThatThrownBy(() -> run(LONG, deadline -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThat(late).hasValue(0);
    }

    @Test
    void workThatChecksItsDeadlineEndsThere() {
        assertCode(ErrorCode.COMPILE_TIMEOUT, () -> run(SHORT, deadline -> patient(deadline, new CountDownLatch(1))));

        assertThat(late).hasValue(1);
    }

    @Test
    void callersLeaveWorkThatChecksNothing() {
        assertThatThrownBy(() -> run(SHORT, deadline -> stubborn(new CountDownLatch(1))))
                .hasMessage(
                        "compilation took longer than 50 ms; raise setting compile_timeout or use a smaller component");

        assertThat(late).hasValue(1);
    }

    @Test
    void stubbornWorkTakesNoPlaceButItsOwnTwiceOver() {
        for (int i = 0; i < 2; i++) {
            assertCode(ErrorCode.COMPILE_TIMEOUT, () -> run(SHORT, deadline -> stubborn(new CountDownLatch(1))));
        }
        assertThat(free()).isEqualTo("free");

        for (int i = 0; i < 2; i++) {
            assertCode(ErrorCode.COMPILE_TIMEOUT, () -> run(SHORT, deadline -> stubborn(new CountDownLatch(1))));
        }
        assertThatThrownBy(() -> run(SHORT, deadline -> "free"))
                .hasMessage(
                        "no thread became free within 100 ms to compile the component, because of others that are being"
                                + " compiled; try again, or allow more at the same time (setting server_compilations)");
        assertThat(late).as("work that took too long, not what waited for it").hasValue(4);

        release.countDown();
        assertThat(free()).isEqualTo("free");
    }

    /** A new thread needs its time to start, too. */
    @Test
    void waitsForAThreadLongerThanTheWorkMayTake() throws Exception {
        try (CompileThreads one = new CompileThreads(Compilations.atOnce(1), LONG)) {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<String> first =
                    CompletableFuture.supplyAsync(() -> run(one, "first", LONG, deadline -> stubborn(begun)), callers);
            begun.await();
            Duration shortest = Duration.ofMillis(1);
            CompletableFuture<String> second =
                    CompletableFuture.supplyAsync(() -> run(one, "second", shortest, deadline -> "second"), callers);
            assertThatThrownBy(() -> second.get(SHORT.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);

            release.countDown();

            assertThat(first.join()).isEqualTo("done");
            assertThat(second.join()).isEqualTo("second");
        }
    }

    @Test
    void anOwnerLeavesAPlaceToOthers() {
        try (CompileThreads shared = new CompileThreads(Compilations.atOnce(3), SHORT)) {
            CountDownLatch begun = new CountDownLatch(2);
            List<CompletableFuture<String>> greedy = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                greedy.add(CompletableFuture.supplyAsync(
                        () -> run(shared, "greedy", LONG, deadline -> stubborn(begun)), callers));
            }
            await(begun);

            assertThat(free(shared, "modest")).isEqualTo("free");
            assertThat(greedy).noneMatch(CompletableFuture::isDone);

            release.countDown();
            assertThat(greedy).allSatisfy(work -> assertThat(work.join()).isEqualTo("done"));
        }
    }

    /** The thread of such work ends with it, unless there is something to do that had to wait for it. */
    @Test
    void whatAnOwnersStubbornWorkHeldUpIsDoneAfterwards() {
        try (CompileThreads shared = new CompileThreads(new Compilations(2, 1), SHORT)) {
            assertCode(
                    ErrorCode.COMPILE_TIMEOUT,
                    () -> run(shared, "owner", SHORT, deadline -> stubborn(new CountDownLatch(1))));
            assertThatThrownBy(() -> run(shared, "owner", SHORT, deadline -> "held up"))
                    .hasMessageStartingWith("no thread became free");
            CompletableFuture<String> waiting =
                    CompletableFuture.supplyAsync(() -> run(shared, "owner", LONG, deadline -> "held up"), callers);
            assertThat(free(shared, "another")).isEqualTo("free");

            release.countDown();

            assertThat(waiting.join()).isEqualTo("held up");
        }
    }

    @Test
    void anOwnerHasHalfOfTheRoomToWait() {
        try (CompileThreads shared = new CompileThreads(Compilations.atOnce(2), LONG)) {
            CountDownLatch begun = new CountDownLatch(1);
            List<CompletableFuture<String>> greedy = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                greedy.add(CompletableFuture.supplyAsync(
                        () -> run(shared, "greedy", LONG, deadline -> stubborn(begun)), callers));
            }
            CompletableFuture.anyOf(greedy.toArray(CompletableFuture[]::new))
                    .handle((result, refusal) -> refusal)
                    .thenAccept(refusal -> assertThat(refusal.getCause())
                            .hasMessageStartingWith("50 components wait to be compiled already"))
                    .join();
            assertThat(free(shared, "modest")).isEqualTo("free");
            release.countDown();
        }
    }

    @Test
    void noMoreIsDoneAtTheSameTimeThanThereArePlaces() {
        AtomicInteger working = new AtomicInteger();
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(start(LONG, deadline -> {
                int now = working.incrementAndGet();
                Thread.yield();
                working.decrementAndGet();
                return now;
            }));
        }

        assertThat(all).allSatisfy(each -> assertThat(each.join()).isBetween(1, 2));
    }

    @Test
    void refusesAtOnceWhenTooManyWait() {
        CountDownLatch begun = new CountDownLatch(2);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(start(LONG, deadline -> stubborn(begun)));
        }
        await(begun);
        while (all.size() < 102) {
            all.add(start(LONG, deadline -> "late"));
        }

        EngineException refusal = refusalAmong(all);
        release.countDown();

        assertThat(refusal.code()).isEqualTo(ErrorCode.COMPILE_TIMEOUT);
        assertThat(refusal)
                .hasMessage("100 components wait to be compiled already, up to 300050 ms each; try again later, or"
                        + " allow more at the same time (setting server_compilations)");
        assertThat(all).filteredOn(each -> !each.isCompletedExceptionally()).allMatch(each -> each.join() != null);
    }

    /** Asks until so many wait as may. */
    private EngineException refusalAmong(List<CompletableFuture<String>> all) {
        while (true) {
            CompletableFuture<String> next = start(LONG, deadline -> "late");
            try {
                next.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                all.add(next);
            } catch (InterruptedException | ExecutionException refused) {
                return (EngineException) refused.getCause();
            }
        }
    }

    @Test
    void countsWhatEarlierWorkHasUsedUp() {
        assertCode(
                ErrorCode.COMPILE_TIMEOUT,
                () -> threads.run(
                        new CompileWork<>(this, LONG, deadline -> patient(deadline, new CountDownLatch(1))).after(LONG),
                        late::incrementAndGet));

        assertThat(late).hasValue(1);
    }

    @Test
    void closingEndsWorkAndWhoeverWaitsForIt() {
        CountDownLatch begun = new CountDownLatch(2);
        List<CompletableFuture<String>> working =
                List.of(start(LONG, deadline -> patient(deadline, begun)), start(LONG, deadline -> stubborn(begun)));
        await(begun);
        CompletableFuture<String> queued = start(LONG, deadline -> "never");

        threads.close();

        working.forEach(each -> assertCode(ErrorCode.CANCELLED, () -> joined(each)));
        assertCode(ErrorCode.CANCELLED, () -> joined(queued));
        assertCode(ErrorCode.CANCELLED, () -> run(LONG, deadline -> "never"));
        assertThat(late).hasValue(0);
    }

    private static Object joined(CompletableFuture<?> future) throws Throwable {
        try {
            return future.join();
        } catch (java.util.concurrent.CompletionException failure) {
            throw failure.getCause();
        }
    }

    @Test
    void aThreadThatWasInterruptedWaitsAndStaysInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            String result = run(LONG, deadline -> stubborn(begun));
            interrupted.complete(result.equals("done") && Thread.interrupted());
        });
        caller.start();
        await(begun);

        caller.interrupt();
        release.countDown();

        assertThat(interrupted.get()).isTrue();
        caller.join();
    }
}
