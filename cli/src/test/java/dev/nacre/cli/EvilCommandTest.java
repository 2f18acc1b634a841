package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command around the attacks; module bench tries each of them. */
@Timeout(600)
class EvilCommandTest {

    @TempDir
    private Path folder;

    @Test
    void printsAndWritesHowAttacksEnded() throws IOException {
        Path json = folder.resolve("evil.json");

        Outcome outcome = new Nacre().run("evil", "--only", "^runaway-(loop|start)$", "--json", json.toString());

        assertThat(outcome.output().lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("ATTACK ").contains("| THREAT ", "| VERDICT | DEFENCE");
            assertThat(lines.get(1))
                    .matches("runaway-loop +\\| A1 +\\| +\\d+ ms \\| .* \\| stopped \\| deadline and .*");
            assertThat(lines.get(2)).startsWith("runaway-start ").contains("| stopped |");
            assertThat(lines.get(3)).isEqualTo("(2 attacks, 2 stopped)");
        });
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(json))
                .contains("\"id\" : \"runaway-loop\"", "\"threats\" : [ \"A1\" ]", "\"verdict\" : \"stopped\"")
                .contains(
                        "\"text\" : \"SELECT F(1)\"",
                        "\"outcome\" : \"57014 function 'PUBLIC.F': guest code ran longer")
                .contains("\"measures\" : [ ]");
    }

    @Test
    void offersAndCallsComponentsOfOthers() {
        Outcome outcome = new Nacre()
                .run(
                        "evil",
                        Guests.file("liar", folder).toString(),
                        Guests.file("missing-import", folder).toString());

        assertThat(outcome.output())
                .contains("| stopped |", "(2 attacks, 2 stopped)")
                .contains("SELECT \"BAD_STRING\"() FROM T WHERE ID <= 3 -> 38N02 function 'PUBLIC.BAD_STRING'")
                .contains("-> 42P13 component 'EVIL': the component imports 'acme:secret/vault'");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesWrongUsage() {
        assertThat(new Nacre().run("evil", "no-such.wasm").errors())
                .contains("'no-such.wasm': expected a file, found nothing of that name");
        assertThat(new Nacre().run("evil", "--only", "no-such").errors())
                .contains("--only: expected a part of an attack's name, found 'no-such'");
        assertThat(new Nacre().run("evil", "--only", "[").errors()).contains("--only: '[' is no regular expression");
        assertThat(new Nacre().run("evil", "--tcp").errors())
                .contains("--tcp: expected --measure beside it, found none");
        assertThat(new Nacre().run("evil", "--measure", "--runs", "0").errors())
                .contains("--runs: expected at least 1, found 0");
        assertThat(new Nacre()
                        .run(
                                "evil",
                                "--measure",
                                "--report",
                                folder.resolve("no/such").toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
