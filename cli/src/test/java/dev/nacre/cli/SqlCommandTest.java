package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCommandTest {

    @TempDir
    private Path folder;

    @Test
    void answersInNewDatabaseInMemory() {
        Outcome outcome = new Nacre().run("sql", "-c", "VALUES 1");

        assertThat(outcome).isEqualTo(new Outcome(0, "C1\n--\n 1\n(1 row)\n", ""));
    }

    @Test
    void runsCommandsInOrderThenFile() throws IOException {
        Path script = Files.writeString(folder.resolve("script.sql"), "INSERT INTO t VALUES 2; SELECT x FROM t");

        Outcome outcome = new Nacre()
                .run(
                        "sql",
                        "-c",
                        "CREATE TABLE t(x INT); INSERT INTO t VALUES 1",
                        "-c",
                        "SELECT x FROM t",
                        "-f",
                        script.toString());

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output())
                .isEqualTo("done\n1 row changed\nX\n-\n1\n(1 row)\n1 row changed\nX\n-\n1\n2\n(2 rows)\n");
    }

    @Test
    void readsStandardInputWithoutCommandsAndFile() {
        Outcome outcome = new Nacre().withInput("VALUES 'a;b';\n-- no more\n").run("sql", "--format", "csv");

        assertThat(outcome).isEqualTo(new Outcome(0, "C1\r\na;b\r\n", ""));
    }

    @Test
    void readsStandardInputAfterCommandsWhenFileIsDash() {
        Outcome outcome = new Nacre().withInput("VALUES 2").run("sql", "--format", "json", "-c", "VALUES 1", "-f", "-");

        assertThat(outcome).isEqualTo(new Outcome(0, "[{\"C1\":1}]\n[{\"C1\":2}]\n", ""));
    }

    @Test
    void readsInputAsUtf8WithOrWithoutMark() {
        byte[] withMark = "\uFEFFVALUES 'déjà 真珠'".getBytes(StandardCharsets.UTF_8);

        Outcome outcome = new Nacre().withInput(withMark).run("sql", "--format=csv");

        assertThat(outcome).isEqualTo(new Outcome(0, "C1\r\ndéjà 真珠\r\n", ""));
    }

    @Test
    void stopsAtFirstFailureAndKeepsWhatWasPrinted() {
        Outcome outcome = new Nacre().run("sql", "-c", "VALUES 1;\nSELECT 2 +\n  missing;\nVALUES 3");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.output()).isEqualTo("C1\n--\n 1\n(1 row)\n");
        assertThat(outcome.errors().lines())
                .containsExactly(
                        "error: Column \"MISSING\" not found",
                        "SQLSTATE: 42S22 (error 42122)",
                        "position: line 2, column 1 of -c");
    }

    @Test
    void writesRowsReadBeforeFailureAndNoHeadWithoutThem() {
        String create = "CREATE FUNCTION mask LANGUAGE WASM AS 'file:" + Guests.file("telemetry-c", folder)
                + "' EXPORT 'handle-data'";

        Outcome some = new Nacre().run("sql", "-c", create, "-c", "SELECT mask(p) m FROM (VALUES (X'01'), (X'')) t(p)");
        Outcome none = new Nacre().run("sql", "-c", create, "-c", "SELECT mask(X'')");

        assertThat(some.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(some.output()).isEqualTo("done\nM\n-----\nX'ab'\n");
        assertThat(some.errors()).contains("Payload cannot be empty", "SQLSTATE: 38000");
        assertThat(none.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(none.output()).isEqualTo("done\n");
    }

    @Test
    void pointsAtPlaceThatDatabaseMarks() throws IOException {
        Path script = Files.writeString(folder.resolve("broken.sql"), "VALUES 1;\n\n  SELECT 'a\"b'\n  FROM WHERE;\n");

        Outcome outcome = new Nacre().run("sql", "-f", script.toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("SQLSTATE: 42", "position: line 4, column 8 of " + script);
    }

    @Test
    void pointsAtPlaceInOwnStatement() {
        Outcome outcome = new Nacre().run("sql", "-c", "VALUES 1", "-c", "VALUES 2; DROP FUNCTION a.b.c.d");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith("error: ")
                .contains("SQLSTATE: 42", "position: line 1, column 31 of -c number 2");
    }

    @Test
    void refusesUnknownUserWithStateOfDatabase() {
        String url = "jdbc:nacre:h2:file:" + folder.resolve("closed").toString().replace('\\', '/');
        new Nacre()
                .withVariable("NACRE_PASSWORD", "open sesame")
                .run("sql", "--url", url, "-u", "owner", "-c", "VALUES 1");

        Outcome wrong = new Nacre().run("sql", "--url", url, "-u", "owner", "-c", "VALUES 1");
        Outcome right = new Nacre()
                .withTypedPassword("open sesame")
                .run("sql", "--url", url, "-u", "owner", "--password", "-c", "VALUES 1");

        assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(wrong.errors()).contains("Wrong user name or password", "SQLSTATE: 28000");
        assertThat(right.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void keepsPasswordInUrlOutOfMessages() {
        Outcome outcome = new Nacre().run("sql", "--url", "jdbc:h2:mem:;PASSWORD=secret", "-c", "VALUES 1");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.errors())
                .isEqualTo("nacre: --url: expected a URL that begins with jdbc:nacre:h2:, found 'jdbc:h2:mem:'"
                        + System.lineSeparator());
    }

    @Test
    void saysThatNobodyCanBeAskedForPassword() {
        Outcome outcome = new Nacre().run("sql", "--password", "-c", "VALUES 1");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.errors()).contains("no terminal to ask on", "NACRE_PASSWORD");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(new Nacre().run("sql", "--format", "xml", "-c", "VALUES 1").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre().run("sql", "VALUES 1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(new Nacre()
                        .run("sql", "-f", folder.resolve("missing").toString())
                        .errors())
                .contains("expected a file, found nothing of that name");
        assertThat(new Nacre().run("sql", "-f", folder.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void endsQuietlyWhenReaderHasLeft() {
        Terminal terminal = new Terminal(System.in, closedStream(), System.err, Map.of(), prompt -> Optional.empty());

        int exitCode = CommandLineInterface.run(terminal, "sql", "-c", "SELECT x FROM SYSTEM_RANGE(1, 1000000)");

        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
    }

    private static PrintStream closedStream() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        return new PrintStream(broken, true, StandardCharsets.UTF_8);
    }
}
