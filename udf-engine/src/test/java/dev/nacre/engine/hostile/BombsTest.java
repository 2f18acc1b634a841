package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.validate.ComponentValidator;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small inputs that ask for much: the screen needs little for each, and what it lets in ends with the time to compile. */
@Timeout(40)
class BombsTest {
    private static final Limits LIMITS = Limits.sandbox().with(Setting.COMPILE_TIMEOUT, 200);
    private static final long MOST_BYTES = 200L << 20;
    private static final Map<String, String> MEASURED = new LinkedHashMap<>();

    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(LIMITS, HostInterfaces.standard()));

    @AfterAll
    static void close(TestReporter reporter) {
        reporter.publishEntry(MEASURED);
        ENGINE.close();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("nacre-compile-"))) {
            Thread.onSpinWait();
        }
    }

    static Stream<Arguments> bombs() {
        Map<String, byte[]> all = new LinkedHashMap<>(CoreBombs.all());
        all.putAll(ComponentBombs.all());
        return all.entrySet().stream().map(bomb -> Arguments.of(bomb.getKey(), bomb.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void isRefusedForLittle(String name, byte[] bomb) {
        long started = System.nanoTime();
        long allocated = allocatedBytes();
        Optional<EngineException> refusal = refusal(() -> screen(bomb));
        long bytes = allocatedBytes() - allocated;
        MEASURED.put(
                name,
                bomb.length + " bytes: " + (System.nanoTime() - started) / 1_000_000 + " ms, " + (bytes >> 20)
                        + " MiB, " + refusal.map(EngineException::getMessage).orElse("let in"));

        assertThat(bytes).isLessThan(MOST_BYTES);
        Optional<EngineException> loaded = refusal(() -> ENGINE.load(bomb));
        assertThat(loaded.map(EngineException::code)).isNotEqualTo(Optional.of(ErrorCode.INTERNAL));
        refusal.ifPresent(
                screened -> assertThat(loaded.orElseThrow().code()).isIn(screened.code(), ErrorCode.COMPILE_TIMEOUT));
    }

    /** What comes before anything is compiled. */
    private static void screen(byte[] component) {
        ComponentValidator.validate(
                ComponentReader.read(component, LIMITS),
                LIMITS,
                (offset, length) -> CoreModuleReader.read(component, offset, length, LIMITS));
    }

    private static Optional<EngineException> refusal(Runnable loading) {
        try {
            loading.run();
            return Optional.empty();
        } catch (EngineException refusal) {
            return Optional.of(refusal);
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
