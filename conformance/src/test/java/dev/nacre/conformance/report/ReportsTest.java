package dev.nacre.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.FileReport;
import dev.nacre.conformance.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final FileReport FILE = new FileReport(
            "values/a.json",
            List.of(
                    new CommandResult(1, "module", Outcome.PASSED, "", Optional.empty()),
                    new CommandResult(2, "assert_trap", Outcome.PASSED, "out of bounds", Optional.of(true)),
                    new CommandResult(3, "assert_invalid", Outcome.PASSED, "other words", Optional.of(false)),
                    new CommandResult(4, "assert_return", Outcome.FAILED, "expected 1,\nfound 2", Optional.empty()),
                    new CommandResult(5, "assert_return", Outcome.SKIPPED, "async", Optional.empty()),
                    new CommandResult(6, "wait", Outcome.SKIPPED, "unknown command 'wait'", Optional.empty()),
                    new CommandResult(7, "assert_malformed", Outcome.NOT_COUNTED, "text only", Optional.empty())));

    private static final ConformanceReport REPORT = new ConformanceReport(List.of(FILE), List.of("index.json"));

    @Test
    void printsLineForFileAndLineForEachFailure() {
        assertThat(TextReport.lines(FILE))
                .containsExactly(
                        "values/a.json: 3 passed, 1 failed, 2 skipped (1 async; 1 unknown command 'wait'), 1 text only,"
                                + " not counted",
                        "  line 4 assert_return: expected 1, found 2");
    }

    /** A script chooses the words, and a terminal takes them. */
    @Test
    void printsNeitherControlCharactersNorEndlessWords() {
        String words = "a\u001b[2J\u202Eb\nc" + "d".repeat(10_000);
        List<String> lines = TextReport.lines(new FileReport(
                "a.json", List.of(new CommandResult(1, words, Outcome.FAILED, words, Optional.empty()))));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .startsWith("  line 1 a?[2J?b cddd")
                .contains("...: a?[2J?b cddd")
                .hasSizeLessThan(900);
    }

    @Test
    void printsSumsAtTheEnd() {
        assertThat(TextReport.summary(REPORT))
                .containsExactly(
                        "index.json: passed over, no list of commands",
                        "total of 1 scripts: 3 passed, 1 failed, 2 skipped (1 async; 1 unknown command 'wait'), 1 text"
                                + " only, not counted",
                        "message agrees: 1 of 2");
    }

    @Test
    void writesEveryCommandAsJson() throws IOException {
        StringWriter text = new StringWriter();

        JsonReport.write(REPORT, text);

        JsonNode json = new JsonMapper().readTree(text.toString());
        assertThat(json.at("/files/0/file").textValue()).isEqualTo("values/a.json");
        assertThat(json.at("/files/0/commands")).hasSize(7);
        assertThat(json.at("/files/0/commands/0"))
                .isEqualTo(new JsonMapper().readTree("{\"line\":1,\"type\":\"module\",\"outcome\":\"passed\"}"));
        assertThat(json.at("/files/0/commands/2/messageAgrees").booleanValue()).isFalse();
        assertThat(json.at("/files/0/commands/3/reason").textValue()).isEqualTo("expected 1,\nfound 2");
        assertThat(json.at("/files/0/commands/6/outcome").textValue()).isEqualTo("not counted");
        assertThat(json.at("/passedOver/0").textValue()).isEqualTo("index.json");
        assertThat(json.at("/totals")).isEqualTo(json.at("/files/0/totals"));
        assertThat(json.at("/totals/passed").intValue()).isEqualTo(3);
        assertThat(json.at("/totals/notCounted").intValue()).isEqualTo(1);
    }
}
