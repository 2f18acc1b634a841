package dev.nacre.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.Outcome;
import dev.nacre.conformance.testing.Golden;
import dev.nacre.conformance.testing.ScriptFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceRunnerTest {
    private static final String MODULE = "{'type':'module','line':1,'filename':'m.wasm','module_type':'binary'}";
    private static final String DEFINITION =
            "{'type':'module_definition','line':1,'name':'D','filename':'m.wasm','module_type':'binary'}";

    @TempDir
    private Path folder;

    private ScriptFolder script;

    @BeforeEach
    void writeBinaries() {
        script = new ScriptFolder(folder)
                .with("m.wasm", Golden.component("traps/core", 0))
                .with("values.wasm", Golden.component("values/primitives", 0))
                .with("async.wasm", Golden.component("async/declared", 0))
                .with("bad.wasm", new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0, 99})
                .with("invalid.wasm", Golden.component("refused/invalid", 0))
                .with("traps.wasm", Golden.component("refused/uninstantiable", 0))
                .with("import.wasm", Golden.component("host/spectest", 0))
                .with("core.wasm", new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    }

    private static String invoke(String type, String field, String arguments, String rest) {
        return "{'type':'" + type + "','line':7,'action':{'type':'invoke','field':'" + field + "','args':[" + arguments
                + "]}" + rest + "}";
    }

    private static String returns(String field, String arguments, String expected) {
        return invoke("assert_return", field, arguments, ",'expected':[" + expected + "]");
    }

    private static String traps(String field, String arguments, String text) {
        return invoke("assert_trap", field, arguments, ",'text':'" + text + "'");
    }

    private static String refused(String type, String file) {
        return "{'type':'" + type + "','line':3,'filename':'" + file + "','module_type':'binary','text':'words'}";
    }

    private static List<Outcome> outcomes(List<CommandResult> results) {
        return results.stream().map(CommandResult::outcome).toList();
    }

    @Test
    void passesWhatTheScriptSays() {
        List<CommandResult> results = script.run(
                MODULE,
                returns(
                        "divide",
                        "{'type':'s32','value':'7'},{'type':'s32','value':'2'}",
                        "{'type':'s32','value':'3'}"),
                invoke("action", "fine", "", ""),
                traps("unreachable", "", "unreachable"));

        assertThat(results).allMatch(result -> result.outcome() == Outcome.PASSED);
        assertThat(results.get(1))
                .extracting(CommandResult::line, CommandResult::type)
                .containsExactly(7, "assert_return");
    }

    @Test
    void failsWrongResult() {
        List<CommandResult> results = script.run(
                MODULE,
                returns(
                        "divide",
                        "{'type':'s32','value':'7'},{'type':'s32','value':'2'}",
                        "{'type':'s32','value':'4'}"));

        assertThat(results.get(1))
                .isEqualTo(
                        new CommandResult(7, "assert_return", Outcome.FAILED, "expected 4, found 3", Optional.empty()));
    }

    @Test
    void failsValuesOfAnotherType() {
        List<CommandResult> results = script.run(
                MODULE,
                returns(
                        "divide",
                        "{'type':'s32','value':'7'},{'type':'u32','value':'2'}",
                        "{'type':'s32','value':'3'}"),
                returns(
                        "divide",
                        "{'type':'s32','value':'7'},{'type':'s32','value':'2'}",
                        "{'type':'s64','value':'3'}"),
                returns("divide", "{'type':'s32','value':'7'}", "{'type':'s32','value':'3'}"),
                returns("fine", "", "{'type':'s32','value':'3'}"));

        assertThat(results.subList(1, 5)).allMatch(result -> result.outcome() == Outcome.FAILED);
        assertThat(results.subList(1, 5))
                .extracting(CommandResult::reason)
                .containsExactly(
                        "argument 2: expected s32 by the function's type, found u32 in the script",
                        "result: expected s32 by the function's type, found s64 in the script",
                        "arguments: expected 2 by the function's type, found 1 in the script",
                        "results: expected 0 by the function's type, found 1 in the script");
    }

    @Test
    void failsTrapWhereNoneIsExpectedAndNoneWhereOneIs() {
        List<CommandResult> results = script.run(MODULE, traps("fine", "", ""), returns("unreachable", "", ""));

        assertThat(results.get(1))
                .extracting(CommandResult::outcome, CommandResult::reason)
                .containsExactly(Outcome.FAILED, "expected a trap, but the call returned");
        assertThat(results.get(2).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(results.get(2).reason()).startsWith("TRAP: ");
    }

    @Test
    void takesMissingFunctionForNoTrap() {
        List<CommandResult> results = script.run(MODULE, traps("missing", "", ""));

        assertThat(results.get(1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(results.get(1).reason()).startsWith("expected a trap, found UNKNOWN_EXPORT: ");
    }

    @Test
    void reportsWhetherMessagesAgreeWithoutDecidingByIt() {
        List<CommandResult> results = script.run(
                DEFINITION,
                "{'type':'module_instance','line':2,'module':'D'}",
                traps("unreachable", "", "unreachable"),
                "{'type':'module_instance','line':2,'module':'D'}",
                traps("unreachable", "", "some other words"));

        assertThat(results).allMatch(result -> result.outcome() == Outcome.PASSED);
        assertThat(results.get(2).messageAgrees()).contains(true);
        assertThat(results.get(4).messageAgrees()).contains(false);
    }

    @Test
    void keepsInstancePoisonedUntilInstantiatedAgain() {
        List<CommandResult> results = script.run(
                DEFINITION,
                "{'type':'module_instance','line':2,'instance':'i','module':'D'}",
                traps("unreachable", "", ""),
                returns("fine", "", ""),
                traps("fine", "", ""),
                "{'type':'module_instance','line':2}",
                returns("fine", "", ""),
                "{'type':'assert_trap','line':9,'action':"
                        + "{'type':'invoke','module':'i','field':'fine','args':[]},'text':''}");

        assertThat(outcomes(results))
                .containsExactly(
                        Outcome.PASSED,
                        Outcome.PASSED,
                        Outcome.PASSED,
                        Outcome.FAILED,
                        Outcome.PASSED,
                        Outcome.PASSED,
                        Outcome.PASSED,
                        Outcome.PASSED);
    }

    @Test
    void failsWhatDependsOnModuleThatFailed() {
        List<CommandResult> results = script.run(
                MODULE,
                "{'type':'module','line':5,'name':'x','filename':'invalid.wasm','module_type':'binary'}",
                returns("fine", "", ""),
                traps("fine", "", ""),
                "{'type':'module_instance','line':6,'module':'nothing'}");

        assertThat(outcomes(results))
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.FAILED);
        assertThat(results.get(1).reason()).startsWith("INVALID: ");
        assertThat(results.get(2).reason()).isEqualTo("needs line 5, which failed");
    }

    @Test
    void passesRefusalOnlyInThePhaseThatIsAsked() {
        assertThat(refusals("bad.wasm")).containsExactly("assert_malformed");
        assertThat(refusals("invalid.wasm")).containsExactly("assert_invalid");
        assertThat(refusals("import.wasm")).containsExactly("assert_unlinkable", "assert_uninstantiable");
        assertThat(refusals("traps.wasm")).containsExactly("assert_uninstantiable");
        assertThat(refusals("m.wasm")).isEmpty();
    }

    /** Returns the rejections that a file passes. */
    private List<String> refusals(String file) {
        return script
                .run(
                        refused("assert_malformed", file),
                        refused("assert_invalid", file),
                        refused("assert_unlinkable", file),
                        refused("assert_uninstantiable", file))
                .stream()
                .filter(result -> result.outcome() == Outcome.PASSED)
                .map(CommandResult::type)
                .toList();
    }

    @Test
    void saysWhatWasFoundInsteadOfRefusal() {
        List<CommandResult> results =
                script.run(refused("assert_invalid", "m.wasm"), refused("assert_malformed", "invalid.wasm"));

        assertThat(results.get(0).reason()).isEqualTo("expected a component that is invalid, but it was accepted");
        assertThat(results.get(1).reason()).startsWith("expected a component that is malformed, found INVALID: ");
    }

    @Test
    void skipsAsynchronousCallsAndWhatFollowsThem() {
        List<CommandResult> results = script.run(
                "{'type':'module','line':1,'filename':'async.wasm','module_type':'binary'}",
                returns("later", "", "{'type':'u32','value':'1'}"),
                traps("later", "", ""),
                returns("f", "", "{'type':'u32','value':'12'}"));

        assertThat(outcomes(results)).containsExactly(Outcome.PASSED, Outcome.SKIPPED, Outcome.SKIPPED, Outcome.FAILED);
        assertThat(results.get(1).reason()).isEqualTo("async");
    }

    @Test
    void skipsWhatIsNotShippedAndWhatDependsOnIt() {
        byte[] error = {0, 'a', 's', 'm', 13, 0, 1, 0, 7, 2, 1, 0x64};
        byte[] threads = {0, 'a', 's', 'm', 13, 0, 1, 0, 8, 2, 1, 0x26};

        List<CommandResult> results = script.with("error.wasm", error)
                .with("threads.wasm", threads)
                .run(
                        "{'type':'module','line':1,'filename':'error.wasm','module_type':'binary'}",
                        returns("f", "", ""),
                        "{'type':'module','line':1,'filename':'threads.wasm','module_type':'binary'}",
                        refused("assert_invalid", "error.wasm"));

        assertThat(results.subList(0, 3)).allMatch(result -> result.outcome() == Outcome.SKIPPED);
        assertThat(results.get(0).reason()).isEqualTo("error-context: not shipped");
        assertThat(results.get(1).reason()).isEqualTo("error-context: not shipped");
        assertThat(results.get(2).reason()).isEqualTo("threads: not shipped");
        assertThat(results.get(3).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void doesNotCountTextAndSkipsUnknownCommandsAndCoreModules() {
        List<CommandResult> results = script.run(
                "{'type':'module','line':1,'filename':'m.wat','module_type':'text'}",
                returns("fine", "", ""),
                "{'type':'module','line':1,'filename':'m.wat','module_type':'text','binary_filename':'m.wasm'}",
                returns("fine", "", ""),
                "{'type':'module','line':1,'filename':'core.wasm','module_type':'binary'}",
                returns("fine", "", ""),
                "{'type':'register','line':1,'as':'x'}",
                "{'type':'assert_return','line':1,'action':{'type':'get','field':'x'},'expected':[]}");

        assertThat(outcomes(results))
                .containsExactly(
                        Outcome.NOT_COUNTED,
                        Outcome.SKIPPED,
                        Outcome.PASSED,
                        Outcome.PASSED,
                        Outcome.SKIPPED,
                        Outcome.SKIPPED,
                        Outcome.SKIPPED,
                        Outcome.SKIPPED);
        assertThat(results.get(4).reason()).isEqualTo("core module at top level");
        assertThat(results.get(6).reason()).isEqualTo("unknown command 'register'");
        assertThat(results.get(7).reason()).isEqualTo("unknown action 'get'");
    }

    @Test
    void searchesFoldersAndPassesOverWhatIsNoScript() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        new ScriptFolder(inner)
                .with("m.wasm", Golden.component("traps/core", 0))
                .run(MODULE);
        script.write("index.json", "[1, 2]");
        script.write("notes.txt", "no script");

        ConformanceReport report = script.report(folder);

        assertThat(report.files())
                .singleElement()
                .satisfies(file -> assertThat(file.file()).endsWith("a/b/test.json"));
        assertThat(report.passedOver()).singleElement().asString().endsWith("index.json");
        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void isNoSuccessWithoutScripts() {
        script.write("index.json", "{}");

        assertThat(script.report(folder).isSuccess()).isFalse();
    }

    @Test
    void refusesPathThatDoesNotExist() {
        assertThatThrownBy(() -> script.report(folder.resolve("missing")))
                .isInstanceOf(ConformanceException.class)
                .hasMessageContaining("missing': expected a file or a folder, found nothing of that name");
    }
}
