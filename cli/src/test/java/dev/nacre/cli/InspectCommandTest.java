package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    @TempDir
    private Path folder;

    @Test
    void describesComponent() {
        Path component = Guests.file("telemetry-c", folder);

        Outcome outcome = new Nacre().run("inspect", component.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output())
                .startsWith(component + ": a component of " + Guests.bytes("telemetry-c").length + " bytes\nSHA-256 ")
                .contains(
                        "\nWorld\n  package root:component;\n\n  world root {\n    import local:telemetry/logger;\n",
                        "\nImports: 1, all provided\n  local:telemetry/logger  provided\n",
                        "\nFunctions: 1\n"
                                + "  handle-data: func(payload: list<u8>) -> result<list<u8>, string>\n"
                                + "    SQL (\"PAYLOAD\" BINARY VARYING) RETURNS BINARY VARYING\n",
                        "\nCompiled: no function is too long for the JIT compiler of the JVM\n");
    }

    @Test
    void saysWhatHasNoSqlFormAndWhy() {
        Outcome outcome =
                new Nacre().run("inspect", Guests.file("shapes-rust", folder).toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output())
                .contains("#echo-option-option-s32: ", "    not mapped to SQL: parameter 1 'x': WIT type ")
                .contains("  divide: func(a: s64, b: s64) -> result<s64, string>\n"
                        + "    SQL (\"A\" BIGINT, \"B\" BIGINT) RETURNS BIGINT\n");
    }

    @Test
    void namesImportsThatNobodyProvides() {
        Outcome outcome =
                new Nacre().run("inspect", Guests.file("missing-import", folder).toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output())
                .contains("Imports: 1, 1 not provided: it cannot be registered\n  acme:secret/vault  NOT PROVIDED\n");
    }

    @Test
    void refusesWhatIsNoComponent() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wasm"), "not wasm");
        Path empty = Files.createFile(folder.resolve("empty.wasm"));

        assertThat(new Nacre().run("inspect", text.toString())).satisfies(InspectCommandTest::isRefusedInOneSentence);
        assertThat(new Nacre().run("inspect", empty.toString())).satisfies(InspectCommandTest::isRefusedInOneSentence);
        assertThat(new Nacre().run("inspect", Guests.file("plain-core", folder).toString()))
                .satisfies(InspectCommandTest::isRefusedInOneSentence)
                .satisfies(outcome -> assertThat(outcome.errors()).contains("core module"));
    }

    private static void isRefusedInOneSentence(Outcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors().lines()).hasSize(1);
        assertThat(outcome.errors()).startsWith("nacre: '");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(new Nacre().run("inspect").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre()
                        .run("inspect", folder.resolve("missing.wasm").toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
