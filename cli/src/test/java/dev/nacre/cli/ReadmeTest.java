package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.Nacre.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The session at the top of the README, pasted into a shell. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SESSION = Pattern.compile(
            "```console\n\\$ \\./nacre sql <<'SQL'\n(?<input>.*?)\nSQL\n(?<output>.*?)```", Pattern.DOTALL);

    @Test
    void showsWhatTheSessionPrints() throws IOException {
        Matcher session = SESSION.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(session.find()).isTrue();
        String input = session.group("input").replace("file:samples", "file:" + ROOT.resolve("samples"));

        Outcome outcome = new Nacre().withInput(input).run("sql");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output()).isEqualTo(session.group("output"));
        assertThat(session.find()).as("only one session is tested").isFalse();
    }

    @Test
    void namesFilesThatExist() throws IOException {
        Matcher link = Pattern.compile("\\]\\((?!http)([^)#]+)").matcher(Files.readString(ROOT.resolve("README.md")));
        while (link.find()) {
            assertThat(ROOT.resolve(link.group(1))).exists();
        }
    }
}
