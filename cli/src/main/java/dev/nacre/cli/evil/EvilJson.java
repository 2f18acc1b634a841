package dev.nacre.cli.evil;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nacre.bench.evil.AttackResult;
import dev.nacre.bench.evil.Percentiles;
import dev.nacre.bench.evil.ShapeTimes;
import dev.nacre.bench.evil.StrikeResult;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;

/**
 * The report for programs, times in milliseconds, memory in bytes:
 *
 * <pre>{@code
 * {"attacks":[{"id":"runaway-loop","threats":["A1"],"act":"...","defence":"...","verdict":"stopped",
 *              "timeToStop":12.3,"peakBytes":340000000,
 *              "strikes":[{"text":"SELECT F(1)","outcome":"57014 ...","timeToStop":12.3}]}],
 *  "measures":[{"shape":"loop","stop":"deadline","verdict":"stopped",
 *               "timeToStop":{"count":200,"p50":1.1,"p99":5.2,"most":8.3},"beside":{...}}]}
 * }</pre>
 */
public final class EvilJson {
    private static final double NANOS_PER_MILLI = 1e6;

    private final JsonGenerator json;

    private EvilJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the report.
     *
     * @param output not closed
     */
    public static void write(List<AttackResult> results, List<ShapeTimes> times, Writer output) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            new EvilJson(json.useDefaultPrettyPrinter()).report(results, times);
        }
        output.write('\n');
        output.flush();
    }

    private void report(List<AttackResult> results, List<ShapeTimes> times) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("attacks");
        for (AttackResult result : results) {
            attack(result);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("measures");
        for (ShapeTimes each : times) {
            measure(each);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void attack(AttackResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", result.attack().id());
        json.writeArrayFieldStart("threats");
        for (String threat : result.attack().threats()) {
            json.writeString(threat);
        }
        json.writeEndArray();
        json.writeStringField("act", result.attack().act());
        json.writeStringField("defence", result.attack().defence());
        verdict(result.verdict().word(), result.reason());
        if (result.timeToStop().isPresent()) {
            json.writeNumberField("timeToStop", millis(result.timeToStop().get()));
        }
        if (result.peakBytes().isPresent()) {
            json.writeNumberField("peakBytes", result.peakBytes().getAsLong());
        }
        strikes(result.strikes());
        json.writeEndObject();
    }

    private void verdict(String word, String reason) throws IOException {
        json.writeStringField("verdict", word);
        if (!reason.isEmpty()) {
            json.writeStringField("reason", reason);
        }
    }

    private void strikes(List<StrikeResult> strikes) throws IOException {
        json.writeArrayFieldStart("strikes");
        for (StrikeResult strike : strikes) {
            json.writeStartObject();
            json.writeStringField("text", strike.text());
            json.writeStringField("outcome", strike.outcome());
            if (!strike.objection().isEmpty()) {
                json.writeStringField("objection", strike.objection());
            }
            json.writeNumberField("timeToStop", millis(strike.timeToStop()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void measure(ShapeTimes each) throws IOException {
        json.writeStartObject();
        json.writeStringField("shape", each.shape());
        json.writeStringField("stop", each.stop());
        verdict(each.verdict().word(), each.reason());
        percentiles("timeToStop", each.timesToStop());
        percentiles("beside", each.beside());
        json.writeEndObject();
    }

    private void percentiles(String name, Percentiles times) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", times.count());
        json.writeNumberField("p50", millis(times.at(50)));
        json.writeNumberField("p99", millis(times.at(99)));
        json.writeNumberField("most", millis(times.most()));
        json.writeEndObject();
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }
}
