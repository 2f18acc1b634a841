package dev.nacre.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.conformance.ConformanceOptions.Host;
import dev.nacre.conformance.run.ConformanceRunner;
import dev.nacre.conformance.script.ScriptFiles;
import dev.nacre.conformance.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against the scripts of this project, which lie in {@code src/test/resources/scripts}. */
class GoldenScriptsTest {

    static List<String> scripts() {
        return ScriptFiles.under(List.of(Golden.folder())).stream()
                .map(file -> Golden.folder().relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void passesWhole(String script) {
        Host host = script.startsWith("host/") ? Host.SPECTEST : Host.NONE;

        ConformanceReport report = new ConformanceRunner(ConformanceOptions.with(host))
                .run(List.of(Golden.folder().resolve(script)), file -> {});

        assertThat(report.files()).hasSize(1);
        assertThat(report.tally().passed()).isPositive();
        assertThat(report.files().get(0).results())
                .filteredOn(result -> result.outcome() != Outcome.PASSED)
                .isEmpty();
        assertThat(report.tally().messagesAgreeing()).isEqualTo(report.tally().messages());
    }

    @Test
    void coversAllAreas() {
        assertThat(scripts().stream().map(script -> script.split("/", -1)[0]))
                .contains("async", "calls", "host", "linking", "refused", "resources", "strings", "traps", "values");
    }

    @Test
    void isWhatWasBuiltFromTheSources() throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Golden.folder())) {
            for (Path file : files.filter(GoldenScriptsTest::isListed).toList()) {
                found.put(Golden.folder().relativize(file).toString().replace('\\', '/'), digest(file));
            }
        }

        assertThat(found).isNotEmpty().isEqualTo(listed());
    }

    private static boolean isListed(Path file) {
        return file.toString().matches(".*\\.(wast|json|wasm)");
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Golden.folder().resolve("SHA256SUMS"))) {
            listed.put(line.substring(66), line.substring(0, 64));
        }
        return listed;
    }
}
