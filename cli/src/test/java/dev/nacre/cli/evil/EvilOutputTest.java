package dev.nacre.cli.evil;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.bench.evil.Attack;
import dev.nacre.bench.evil.AttackResult;
import dev.nacre.bench.evil.Percentiles;
import dev.nacre.bench.evil.ShapeTimes;
import dev.nacre.bench.evil.StrikeResult;
import dev.nacre.bench.evil.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvilOutputTest {
    private static final Attack ATTACK =
            new Attack("break-in", List.of("A1", "B2"), "breaks in", "a door", List.of(), List.of());
    private static final StrikeResult STRIKE =
            new StrikeResult("SELECT\n1", "[1]\u001b[2J", "expected nothing", Duration.ofNanos(1_500_000));
    private static final AttackResult ESCAPED =
            new AttackResult(ATTACK, Verdict.ESCAPED, "went\nout", List.of(STRIKE), OptionalLong.of(3 << 20));
    private static final AttackResult HUNG =
            new AttackResult(ATTACK, Verdict.HUNG, "did not end", List.of(), OptionalLong.empty());

    private static String json(List<AttackResult> results, List<ShapeTimes> times) throws IOException {
        StringWriter json = new StringWriter();
        EvilJson.write(results, times, json);
        return json.toString();
    }

    @Test
    void theTableSaysWhatWasNotStopped() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        EvilTable table = new EvilTable(new PrintStream(printed, true, StandardCharsets.UTF_8));

        table.add(ESCAPED);
        table.addGuest(ESCAPED);
        table.add(HUNG);
        table.end(List.of(ESCAPED, HUNG));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .map(line -> line.replaceAll(" +", " ").strip())
                .containsExactly(
                        "ATTACK | THREAT | STOPPED | MEMORY | VERDICT | DEFENCE",
                        "break-in | A1, B2 | 1 ms | 3 MiB | ESCAPED | a door",
                        "went out",
                        "break-in | | 1 ms | 3 MiB | ESCAPED |",
                        "went out",
                        "SELECT 1 -> [1] [2J",
                        "break-in | A1, B2 | - | - | HUNG | a door",
                        "did not end",
                        "(2 attacks, 0 stopped)");
    }

    @Test
    void theJsonHasReasonsAndObjections() throws IOException {
        assertThat(json(List.of(ESCAPED, HUNG), List.of()))
                .contains("\"verdict\" : \"ESCAPED\"", "\"reason\" : \"went\\nout\"", "\"peakBytes\" : 3145728")
                .contains("\"objection\" : \"expected nothing\"", "\"timeToStop\" : 1.5")
                .contains("\"verdict\" : \"HUNG\"");
    }

    @Test
    void theJsonHasMeasures() throws IOException {
        Percentiles times =
                Percentiles.of(List.of(Duration.ofMillis(30), Duration.ofMillis(10), Duration.ofMillis(20)));
        Percentiles none = Percentiles.of(List.of());

        assertThat(json(List.of(), List.of(new ShapeTimes("loop", "cancel", Verdict.STOPPED, "", times, none))))
                .contains("\"shape\" : \"loop\"", "\"stop\" : \"cancel\"", "\"count\" : 3")
                .contains("\"p50\" : 20.0", "\"p99\" : 30.0", "\"most\" : 30.0", "\"count\" : 0");
    }
}
