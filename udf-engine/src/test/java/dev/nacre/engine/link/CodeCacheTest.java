package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.CodeCache;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components that start from the code cache. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions, so the cache is off")
class CodeCacheTest {
    private static final byte[] PAYLOAD = "{\"a\": 1, \"secret\": \"x\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private CodeCache cache;

    @BeforeEach
    void choosePlace() {
        cache = CodeCache.of(home.resolve("cache"), home.resolve("key"));
    }

    private static ComponentEngine engine(CodeCache cache) {
        return ComponentEngine.create(
                new EngineOptions(Limits.sandbox(), HostInterfaces.standard()).withCodeCache(cache));
    }

    /** Returns the file numbers of the entries by name: an entry that is written anew has another. */
    private Map<String, Object> entries() throws IOException {
        Map<String, Object> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(cache.folder())) {
            for (Path file : files.toList()) {
                entries.put(file.getFileName().toString(), Files.getAttribute(file, "unix:ino"));
            }
        }
        return entries;
    }

    private static Object handle(ComponentEngine engine, String guest) {
        Component component = engine.load(Guests.bytes(guest));
        try (ComponentInstance instance =
                component.instantiate(new InstanceOptions(Meter.unlimited(), new RecordedLog()))) {
            return instance.function("handle-data").call((Object) PAYLOAD);
        }
    }

    @Test
    void componentsFromTheCacheAnswerAsCompiledOnes() throws IOException {
        List<Object> compiled = new ArrayList<>();
        List<Object> found = new ArrayList<>();
        try (ComponentEngine engine = engine(cache)) {
            compiled.add(handle(engine, "telemetry-rust"));
            compiled.add(handle(engine, "telemetry-c"));
        }
        Map<String, Object> written = entries();
        assertThat(written).isNotEmpty();

        try (ComponentEngine engine = engine(cache)) {
            found.add(handle(engine, "telemetry-rust"));
            found.add(handle(engine, "telemetry-c"));
        }

        assertThat(found).usingRecursiveComparison().isEqualTo(compiled);
        assertThat(entries()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller", "counters", "echo", "hostile", "liar", "probe-rust", "shapes-rust"})
    void everyGuestIsFoundAgain(String guest) throws IOException {
        try (ComponentEngine engine = engine(cache)) {
            engine.compile(Guests.bytes(guest));
        }
        Map<String, Object> written = entries();
        assertThat(written).isNotEmpty();

        try (ComponentEngine engine = engine(cache)) {
            engine.compile(Guests.bytes(guest));
        }

        assertThat(entries()).isEqualTo(written);
    }

    @Test
    void nothingIsWrittenWithoutACache() {
        try (ComponentEngine engine =
                ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()))) {
            engine.load(Guests.bytes("liar"));
        }

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsUnfitFailsNoLoad() throws IOException {
        Files.createFile(home.resolve("cache"));

        try (ComponentEngine engine = engine(cache)) {
            assertThat(handle(engine, "telemetry-c")).isNotNull();
        }
    }

    @Test
    void severalProcessesShareAFolder() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Loader.class.getName(),
                            cache.folder().toString(),
                            cache.keyFile().toString())
                    .redirectErrorStream(true)
                    .start());
        }

        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
        Map<String, Object> written = entries();
        assertThat(written.keySet()).allMatch(name -> name.endsWith(".code"));
        try (ComponentEngine engine = engine(cache)) {
            handle(engine, "telemetry-c");
        }
        assertThat(entries()).isEqualTo(written);
    }

    /** What the processes do. */
    static final class Loader {
        private Loader() {}

        public static void main(String[] arguments) {
            CodeCache cache = CodeCache.of(Path.of(arguments[0]), Path.of(arguments[1]));
            for (int i = 0; i < 5; i++) {
                try (ComponentEngine engine = engine(cache)) {
                    handle(engine, "telemetry-c");
                }
            }
        }
    }
}
