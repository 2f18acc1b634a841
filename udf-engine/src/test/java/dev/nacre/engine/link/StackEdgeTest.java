package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.FolderAccess;
import dev.nacre.engine.FolderGrant;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.LogTee;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls what guests import with less and less stack left, on a thread that has little from the start. Each call is done or
 * refused, and nothing is half done: budgets, open files, a log with another behind it, and the classes of the JVM.
 */
@Timeout(300)
class StackEdgeTest {
    private static final long SMALL_STACK = 256 << 10;
    private static final int STEP = Seeds.count(250, 20);

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @TempDir
    Path folder;

    private final MemoryBudget budget = new MemoryBudget(64 << 20);

    static Stream<Arguments> imports() {
        return Stream.of(
                Arguments.of("hostile", "log-flood", new Object[] {3L}),
                Arguments.of("hostile", "allocate", new Object[] {200_000L}),
                Arguments.of("probe-rust", "print", new Object[] {"a line"}),
                Arguments.of("probe-rust", "random-numbers", new Object[] {}),
                Arguments.of("probe-rust", "wall-clock-seconds", new Object[] {}),
                Arguments.of("probe-rust", "environment", new Object[] {}),
                Arguments.of("files-rust", "nacre:files/standard@0.1.0#read-text", new Object[] {"/data/file"}),
                Arguments.of("counters", "test:counters/user#sum", new Object[] {3L}));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void doesOrRefusesEachCall(String guest, String function, Object[] arguments) throws Exception {
        Files.writeString(folder.resolve("file"), "text");
        call(guest, function, arguments, 0);
        long openFiles = openFiles();
        int[] outcomes = new int[Outcome.values().length];

        onSmallStack(() -> {
            for (int levels = 0, last = 0; last < 2; levels += STEP) {
                last = call(guest, function, arguments, levels).ordinal();
                outcomes[last]++;
            }
        });

        assertThat(outcomes[0]).as("calls that were done").isPositive();
        assertThat(outcomes[1]).as("calls that were refused").isPositive();
        assertThat(openFiles()).as("open files").isLessThan(openFiles + 10);
        assertThat(call(guest, function, arguments, 0)).isEqualTo(Outcome.DONE);
    }

    private enum Outcome {
        DONE,
        REFUSED,
        NOT_REACHED
    }

    /** Calls with so many frames above, in an instance of its own. */
    private Outcome call(String guest, String function, Object[] arguments, int levels) {
        BoundedLog kept = new BoundedLog(10_000, 100);
        Application behind = new Application();
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), new LogTee(kept, behind))
                .withMemory(budget)
                .withGrants(Grants.none().withFolder(new FolderGrant("/data", folder, FolderAccess.READ_ONLY)));
        boolean[] reached = new boolean[1];
        Outcome outcome = Outcome.DONE;
        try (ComponentInstance instance = EngineFixture.guest(guest).instantiate(options)) {
            ExportedFunction called = instance.function(function);
            outcome = outcome(levels, reached, () -> called.call(arguments));
        }
        assertThat(budget.heldBytes()).as("bytes held").isZero();
        assertThat(EngineFixture.ENGINE.liveInstances()).isZero();
        assertThat(behind.inside).as("a line half written").isFalse();
        assertThat(behind.lines).isEqualTo(kept.lines().size());
        return reached[0] ? outcome : Outcome.NOT_REACHED;
    }

    private static Outcome outcome(int levels, boolean[] reached, Runnable call) {
        try {
            below(levels, reached, call);
            return Outcome.DONE;
        } catch (EngineException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.CALL_DEPTH);
            return Outcome.REFUSED;
        } catch (StackOverflowError beforeTheEngine) {
            return Outcome.REFUSED;
        }
    }

    private static int below(int levels, boolean[] reached, Runnable call) {
        if (levels == 0) {
            reached[0] = true;
            call.run();
            return 0;
        }
        return 1 + below(levels - 1, reached, call);
    }

    private static void onSmallStack(Runnable test) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable reporting = () -> {
            try {
                test.run();
                done.complete(null);
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        };
        new Thread(null, reporting, "small stack", SMALL_STACK).start();
        done.get(280, TimeUnit.SECONDS);
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    /** Stands for a logger with appenders: takes stack, and stays locked where it is cut in the middle. */
    private static final class Application implements LogSink {
        private boolean inside;
        private int lines;

        @Override
        public boolean wantsNext() {
            return true;
        }

        @Override
        public boolean log(String level, String message) {
            inside = true;
            lines += append(100);
            inside = false;
            return true;
        }

        private static int append(int frames) {
            return frames == 0 ? 1 : append(frames - 1);
        }

        @Override
        public void dropped() {
            // not here
        }
    }
}
