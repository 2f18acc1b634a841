package dev.nacre.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.FileReport;
import dev.nacre.conformance.Outcome;
import dev.nacre.conformance.testing.Golden;
import dev.nacre.conformance.testing.ScriptFolder;
import dev.nacre.testkit.Guests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a script holds: the run goes on, and what is wrong is a failure. */
@Timeout(60)
class HostileScriptsTest {
    private static final String MODULE = "{'type':'module','line':1,'filename':'m.wasm','module_type':'binary'}";
    private static final String FINE = "{'type':'action','line':2,'action':{'type':'invoke','field':'fine','args':[]}}";

    @TempDir
    private Path folder;

    private ScriptFolder script;

    @BeforeEach
    void writeBinary() {
        script = new ScriptFolder(folder).with("m.wasm", Golden.component("traps/core", 0));
    }

    private FileReport run(String text) {
        ConformanceReport report = script.report(script.write("test.json", text));
        return report.files().get(0);
    }

    private static void failsAsOne(FileReport report) {
        assertThat(report.results()).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.type()).isEqualTo("script");
            assertThat(result.reason()).isNotBlank().hasSizeLessThan(400);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"commands\":[}",
                "{\"commands\":[]} and more",
                "{\"commands\":[],\"commands\":[]}",
                "{\"commands\":[\"\\ud800",
                "\u0000\u0001",
                "{'commands':[]}",
                "{\"commands\":[{\"line\":1e99999999999}]",
            })
    void failsBrokenJson(String text) {
        failsAsOne(run(text));
    }

    @Test
    void failsJsonNestedWithoutEnd() {
        failsAsOne(run("{\"commands\":" + "[".repeat(1_000_000)));
    }

    @Test
    void failsJsonOfTooManyParts() {
        failsAsOne(run("{\"commands\":[" + "0,".repeat(2_000_000) + "0]}"));
    }

    @Test
    void failsNumberWithoutEnd() {
        failsAsOne(run("{\"commands\":[{\"line\":" + "9".repeat(100_000) + "}]}"));
    }

    @Test
    void failsFileThatIsNoFile() {
        ConformanceReport report = script.report(Path.of("/dev/null"));

        assertThat(report.isSuccess()).isFalse();
        failsAsOne(report.files().get(0));
    }

    @Test
    void goesOnAfterScriptThatCannotBeRead() {
        script.write("a.json", "{");
        script.write("b.json", ScriptFolder.script(MODULE, FINE));

        ConformanceReport report = script.report(folder);

        assertThat(report.files()).hasSize(2);
        assertThat(report.tally().passed()).isEqualTo(2);
        assertThat(report.tally().failed()).isEqualTo(1);
    }

    @Test
    void failsCommandThatIsNoneAndRunsTheOthers() {
        List<CommandResult> results = script.run(
                MODULE,
                "7",
                "null",
                "{}",
                "{'type':7}",
                "{'type':'module'}",
                "{'type':'module','filename':7,'module_type':'binary'}",
                "{'type':'assert_return','line':-1}",
                "{'type':'assert_return','action':{'type':'invoke','field':'fine','args':{}},'expected':[]}",
                "{'type':'assert_return','action':{'type':'invoke','field':'fine','args':[7]},'expected':[]}",
                FINE);

        assertThat(results).hasSize(11);
        assertThat(results.get(0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(results.get(10).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(results.subList(1, 10)).allSatisfy(result -> {
            assertThat(result.outcome()).isNotEqualTo(Outcome.PASSED);
            assertThat(result.reason()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing.wasm",
                "../m.wasm",
                "/etc/passwd",
                "a/b.wasm",
                "..",
                ".",
                "",
                "link.wasm",
                "\\u0000",
                "folder"
            })
    void readsNothingButFilesBesideTheScript(String name) throws Exception {
        Path outside = Files.write(folder.resolve("outside"), Golden.component("traps/core", 0));
        Path inside = Files.createDirectories(folder.resolve("scripts/folder")).getParent();
        Files.createSymbolicLink(inside.resolve("link.wasm"), outside);
        Files.write(folder.resolve("m.wasm"), Golden.component("traps/core", 0));

        List<CommandResult> results = new ScriptFolder(inside)
                .run("{'type':'module','line':1,'filename':'" + name + "','module_type':'binary'}");

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.reason()).startsWith("file '");
        });
    }

    @Test
    void endsGuestsThatRunWithoutEnd() {
        List<CommandResult> results = script.with("spin.wasm", Guests.bytes("spin-at-start"))
                .within(Duration.ofMillis(300))
                .run(
                        "{'type':'module','line':1,'filename':'spin.wasm','module_type':'binary'}",
                        FINE,
                        "{'type':'assert_uninstantiable','line':3,'filename':'spin.wasm','module_type':'binary','text':''}",
                        MODULE,
                        FINE);

        assertThat(results)
                .extracting(CommandResult::outcome)
                .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.PASSED, Outcome.PASSED);
        assertThat(results.get(0).reason()).startsWith("TIMEOUT: ");
    }

    @Test
    void goesOnAfterMoreMemoryThanThereIs() {
        List<CommandResult> results = script.with("huge.wasm", Guests.bytes("huge-memory"))
                .run("{'type':'module','line':1,'filename':'huge.wasm','module_type':'binary'}", MODULE, FINE);

        assertThat(results)
                .extracting(CommandResult::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PASSED, Outcome.PASSED);
    }

    @Test
    void takesEveryPrefixOfComponentsForFailure() {
        byte[] whole = Golden.component("traps/core", 0);
        for (int length = 0; length < whole.length; length += 7) {
            script.with("m" + length + ".wasm", Arrays.copyOf(whole, length));
        }
        String[] commands = IntStream.iterate(0, length -> length < whole.length, length -> length + 7)
                .mapToObj(length -> MODULE.replace("m.wasm", "m" + length + ".wasm"))
                .toArray(String[]::new);

        assertThat(script.run(commands)).allSatisfy(result -> {
            assertThat(result.reason()).doesNotContain("INTERNAL").doesNotContain("the runner failed");
            assertThat(result.outcome()).isIn(Outcome.FAILED, Outcome.PASSED);
        });
    }
}
