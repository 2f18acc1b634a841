package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {
    private static final String TRAPS =
            "{'type':'assert_uninstantiable','line':1,'filename':'trap.wasm','module_type':'binary','text':'unreachable'}";
    private static final String STARTS = "{'type':'module','line':2,'filename':'trap.wasm','module_type':'binary'}";
    private static final String IMPORTS = "{'type':'module','line':3,'filename':'host.wasm','module_type':'binary'}";

    /** A component that imports function {@code host-return-two} of no interface, {@code func() -> u32}. */
    private static final byte[] HOST = {
        0,
        'a',
        's',
        'm',
        13,
        0,
        1,
        0, // preamble
        7,
        5,
        1,
        0x40,
        0,
        0,
        0x79, // type 0: a function without parameters that returns u32
        10,
        20,
        1,
        0,
        15,
        'h',
        'o',
        's',
        't',
        '-',
        'r',
        'e',
        't',
        'u',
        'r',
        'n',
        '-',
        't',
        'w',
        'o',
        1,
        0 // its import
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void writeBinaries() throws IOException {
        Files.write(folder.resolve("trap.wasm"), Guests.bytes("trap-at-start"));
        Files.write(folder.resolve("host.wasm"), HOST);
    }

    private Path script(String name, String... commands) throws IOException {
        String text = "{'commands':[" + String.join(",", commands) + "]}";
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    @Test
    void succeedsWhenEverythingPasses() throws IOException {
        Path file = script("a.json", TRAPS);
        Files.writeString(folder.resolve("index.json"), "[]");

        Outcome outcome = new Nacre().run("conformance", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output())
                .isEqualTo(file + ": 1 passed, 0 failed, 0 skipped\n"
                        + folder.resolve("index.json") + ": passed over, no list of commands\n"
                        + "total of 1 scripts: 1 passed, 0 failed, 0 skipped\n"
                        + "message agrees: 1 of 1\n");
    }

    @Test
    void failsWhenSomethingFails() throws IOException {
        Path file = script("a.json", TRAPS, STARTS);

        Outcome outcome = new Nacre().run("conformance", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.output())
                .contains(": 1 passed, 1 failed, 0 skipped\n  line 2 module: TRAP: ")
                .contains("total of 1 scripts: 1 passed, 1 failed, 0 skipped");
    }

    @Test
    void offersHostOnRequest() throws IOException {
        String file = script("a.json", IMPORTS).toString();

        assertThat(new Nacre().run("conformance", file).exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(new Nacre().run("conformance", "--host", "spectest", file).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(new Nacre().run("conformance", "--host", "other", file).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void writesJson() throws IOException {
        Path json = folder.resolve("results/out.txt");
        Files.createDirectories(folder.resolve("results"));

        Outcome outcome =
                new Nacre().run("conformance", script("a.json", TRAPS, STARTS).toString(), "--json", json.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(json).content().contains("\"type\" : \"assert_uninstantiable\"", "\"outcome\" : \"failed\"");
    }

    @Test
    void saysWhenJsonCannotBeWritten() throws IOException {
        Path json = folder.resolve("missing/out.json");

        Outcome outcome = new Nacre().run("conformance", script("a.json", TRAPS).toString(), "--json", json.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).startsWith("nacre: '" + json + "' cannot be written");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(new Nacre().run("conformance").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre()
                        .run("conformance", folder.resolve("missing").toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void isNoSuccessWithoutScripts() {
        Outcome outcome = new Nacre().run("conformance", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).isEqualTo("nacre: no script found: expected JSON files with a list of commands\n");
    }
}
