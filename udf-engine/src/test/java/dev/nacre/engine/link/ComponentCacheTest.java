package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.wit.ComponentType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ComponentCacheTest {
    private static final String DIGEST = "0f";

    private final ComponentCache cache = new ComponentCache();
    private final AtomicInteger loads = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdown();
    }

    private static OpenComponent component() {
        return new OpenComponent(
                DIGEST,
                new ComponentType(List.of(), List.of(), List.of(), List.of()),
                new ComponentPlan(List.of()),
                List.of(),
                Limits.sandbox(),
                new AtomicLong());
    }

    private OpenComponent load() {
        loads.incrementAndGet();
        return component();
    }

    private OpenComponent refuse() {
        loads.incrementAndGet();
        throw new EngineException(ErrorCode.INVALID, "not good");
    }

    /** Has several threads ask for the same digest while the first of them loads. */
    private List<CompletableFuture<OpenComponent>> askWhileLoading(Supplier<OpenComponent> load) throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<OpenComponent>> all = new ArrayList<>();
        all.add(CompletableFuture.supplyAsync(
                () -> cache.get(DIGEST, () -> {
                    loading.countDown();
                    awaited(go);
                    return load.get();
                }),
                threads));
        loading.await();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> {
                        synchronized (waiting) {
                            waiting.add(Thread.currentThread());
                        }
                        return cache.get(DIGEST, load);
                    },
                    threads));
        }
        while (!allWait(waiting)) {
            Thread.onSpinWait();
        }
        go.countDown();
        return all;
    }

    private static boolean allWait(List<Thread> threads) {
        synchronized (threads) {
            return threads.size() == 3 && threads.stream().allMatch(each -> each.getState() == Thread.State.WAITING);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void whoAsksForWhatIsBeingLoadedWaitsForIt() throws Exception {
        List<CompletableFuture<OpenComponent>> all = askWhileLoading(this::load);

        OpenComponent first = all.get(0).join();
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isSameAs(first));
        assertThat(loads).hasValue(1);
        assertThat(cache.get(DIGEST, this::load)).isSameAs(first);
    }

    @Test
    void whoWaitsFailsAsTheLoadFails() throws Exception {
        List<CompletableFuture<OpenComponent>> all = askWhileLoading(this::refuse);

        assertThat(all)
                .allSatisfy(each -> assertThatThrownBy(each::join)
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isInstanceOfSatisfying(
                                EngineException.class,
                                failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID))
                        .hasMessage("not good"));
        assertThat(loads).hasValue(1);
    }

    @Test
    void nothingIsKeptOfAFailure() {
        assertThatThrownBy(() -> cache.get(DIGEST, this::refuse)).hasMessage("not good");
        assertThat(cache.size()).isZero();

        assertThat(cache.get(DIGEST, this::load)).isSameAs(cache.find(DIGEST).orElseThrow());
    }

    @Test
    void letsGoWhatNobodyUses() throws Exception {
        WeakReference<OpenComponent> unused = new WeakReference<>(cache.get(DIGEST, this::load));

        for (int wait = 0; wait < 500 && (unused.get() != null || cache.size() > 0); wait++) {
            System.gc();
            Thread.sleep(10);
            assertThat(cache.find("other")).isEmpty();
        }

        assertThat(cache.size()).isZero();
    }
}
