package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Compilations;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Components that pass the screening and would keep the compiler busy for a long time. */
@Timeout(120)
class CompileBombTest {
    private static final byte[] BOMB = LargeComponents.bomb();

    @RegisterExtension
    final LeakCheck leaks = LeakCheck.builder()
            .threads("nacre-compile-")
            .grace(Duration.ofSeconds(30))
            .build();

    private final ComponentEngine engine = ComponentEngine.create(
            new EngineOptions(Limits.sandbox().with(Setting.COMPILE_TIMEOUT, 1_000), HostInterfaces.standard()));

    /** Not the common pool, which has few threads where there are few processors. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdown();
        engine.close();
    }

    private static void assertRefused(Throwable thrown, ErrorCode code, String message) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageMatching(message);
    }

    @Test
    void aBombEndsInTimeWhileOthersLoadAndRun() {
        CompletableFuture<Component> exploding = CompletableFuture.supplyAsync(() -> engine.load(BOMB));

        try (ComponentInstance instance =
                engine.load(LargeComponents.component(3, 5)).instantiate(Stage.options(Stage.GENEROUS))) {
            assertThat(instance.function("run").call(7L)).isEqualTo(7L + 3 * 3 * 5);
        }

        assertThatThrownBy(exploding::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .satisfies(
                        thrown -> assertRefused(
                                thrown,
                                ErrorCode.COMPILE_TIMEOUT,
                                "compilation took longer than 1000 ms; raise setting compile_timeout or use a smaller component"));
        assertThatThrownBy(() -> engine.load(BOMB))
                .satisfies(thrown -> assertRefused(
                        thrown,
                        ErrorCode.COMPILE_TIMEOUT,
                        "compilation of the same component took too long a short while ago; load it again in \\d+ s,"
                                + " raise setting compile_timeout, or use a smaller component"));
    }

    /** Reading and validating has a deadline, too, and what is refused so is not described for long either. */
    @Test
    void screensNoLongerThanACompilationMayTake() {
        byte[] wide = ComponentBombs.all().get("imports of functions");
        Limits hurried = Limits.sandbox().with(Setting.COMPILE_TIMEOUT, 1);
        try (ComponentEngine impatient =
                ComponentEngine.create(new EngineOptions(hurried, HostInterfaces.standard()))) {
            assertThatThrownBy(() -> impatient.describe(wide))
                    .satisfies(thrown -> assertRefused(
                            thrown, ErrorCode.COMPILE_TIMEOUT, "compilation took longer than 1 ms; raise .*"));
            assertThatThrownBy(() -> impatient.load(wide))
                    .satisfies(thrown -> assertRefused(
                            thrown, ErrorCode.COMPILE_TIMEOUT, "compilation took longer than 1 ms; raise .*"));
        }
    }

    /** Whoever brings a bomb waits for it himself; others find a thread. */
    @Test
    void aBombHoldsUpItsOwnerAlone() {
        Limits limits = Limits.sandbox();
        Limits hurried = limits.with(Setting.COMPILE_TIMEOUT, 500);
        EngineOptions two =
                new EngineOptions(limits, HostInterfaces.standard()).withCompilations(Compilations.atOnce(2));
        try (ComponentEngine shared = ComponentEngine.create(two)) {
            // one after the other, so that the last is under way for some time on any machine
            CompletableFuture<?>[] bombs = IntStream.range(0, 4)
                    .mapToObj(less -> LargeComponents.component(4_000, 150 - less))
                    .map(bomb -> CompletableFuture.runAsync(() -> shared.load(bomb, limits, "owner"), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture<Void> exploding = CompletableFuture.allOf(bombs);

            assertRefused(
                    refusalOfOwner(shared, hurried, exploding), ErrorCode.COMPILE_TIMEOUT, "no thread became free .*");
            assertThat(shared.load(LargeComponents.component(3, 6), limits, "another")
                            .slowFunctions())
                    .isEmpty();
            assertThat(exploding).as("the bombs").isNotDone();
        }
    }

    /** Loads small components for the bombs' owner, of which the first may still be ahead of them, until one is refused. */
    private static EngineException refusalOfOwner(
            ComponentEngine shared, Limits limits, CompletableFuture<Void> exploding) {
        for (int steps = 1; !exploding.isDone(); steps++) {
            try {
                shared.load(LargeComponents.component(2, steps), limits, "owner");
            } catch (EngineException refusal) {
                return refusal;
            }
        }
        throw new AssertionError("the bombs ended before anybody was held up");
    }

    @Test
    void closingTheEngineEndsACompilation() {
        CompletableFuture<Component> exploding = CompletableFuture.supplyAsync(() -> engine.load(BOMB));
        while (!exploding.isDone() && !isCompiling()) {
            Thread.onSpinWait();
        }

        engine.close();

        assertThatThrownBy(exploding::join)
                .cause()
                .satisfies(thrown -> assertRefused(thrown, ErrorCode.CANCELLED, ".*the engine was closed; .*"));
        assertThatThrownBy(() -> engine.load(LargeComponents.component(1, 1)))
                .satisfies(thrown -> assertRefused(thrown, ErrorCode.CANCELLED, ".*the engine was closed; .*"));
    }

    private static boolean isCompiling() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("nacre-compile-"));
    }

    @Test
    void saysWhichFunctionsTheJitLeavesAlone() {
        assertThat(engine.load(LargeComponents.component(2, 3_000)).slowFunctions())
                .hasSize(2)
                .first()
                .asString()
                .matches("function 0, \\d{5} bytes of JVM code");
        assertThat(engine.load(LargeComponents.component(2, 15)).slowFunctions())
                .isEmpty();
    }
}
