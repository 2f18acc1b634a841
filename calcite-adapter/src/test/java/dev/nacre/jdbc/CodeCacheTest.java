package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
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

/** The code cache as who starts a JVM turns it on. Each query runs in a JVM of its own, and so with a new engine. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions, so the cache is off")
class CodeCacheTest {
    @TempDir
    private Path home;

    private Path folder;
    private Path guest;

    @BeforeEach
    void choosePlaces() throws IOException {
        folder = home.resolve("code");
        guest = Files.write(home.resolve("guest.wasm"), Guests.bytes("telemetry-c"));
    }

    private void assertAnswers(String... settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(settings));
        command.addAll(List.of(Query.class.getName(), guest.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("answer: aa55\n");
        assertThat(process.waitFor()).isZero();
    }

    /** What the processes do. */
    static final class Query {
        private Query() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE FUNCTION MASK(P VARBINARY) RETURNS VARBINARY LANGUAGE WASM AS 'file:"
                        + arguments[0] + "' EXPORT 'handle-data'");
                try (ResultSet row = statement.executeQuery("SELECT MASK(X'00FF')")) {
                    row.next();
                    System.out.print("answer: " + HexFormat.of().formatHex(row.getBytes(1)) + "\n");
                }
            }
        }
    }

    private Map<Path, Object> entries() throws IOException {
        Map<Path, Object> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                entries.put(file, Files.getAttribute(file, "unix:ino"));
            }
        }
        return entries;
    }

    @Test
    void theNextEngineFindsWhatTheFirstCompiled() throws Exception {
        assertAnswers("-Dnacre.code_cache=" + folder);
        Map<Path, Object> written = entries();
        assertThat(written).isNotEmpty();
        assertThat(home.resolve("code.key")).exists();

        assertAnswers("-Dnacre.code_cache=" + folder);
        assertThat(entries()).isEqualTo(written);

        Path damaged = written.keySet().iterator().next();
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, new byte[whole.length]);
        assertAnswers("-Dnacre.code_cache=" + folder);
        assertThat(damaged).hasBinaryContent(whole);
    }

    @Test
    void nothingIsKeptUnlessTheJvmIsTold() throws Exception {
        assertAnswers();

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(guest);
        }
    }

    @Test
    void aCacheThatCannotBeUsedFailsNoStatement() throws Exception {
        Files.createFile(folder);

        assertAnswers("-Dnacre.code_cache=" + folder);
        assertAnswers("-Dnacre.code_cache=" + home.resolve("other"), "-Dnacre.code_cache.size=much");
        assertThat(home.resolve("other")).doesNotExist();
    }
}
