package dev.nacre.conformance.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.FileReport;
import dev.nacre.conformance.Tally;
import java.io.IOException;
import java.io.Writer;

/**
 * The report for programs:
 *
 * <pre>{@code
 * {"files":[{"file":"values/strings.json",
 *            "commands":[{"line":3,"type":"assert_trap","outcome":"passed","reason":"...","messageAgrees":true}],
 *            "totals":{"passed":1,"failed":0,"skipped":0,"notCounted":0,"messagesAgreeing":1,"messages":1}}],
 *  "passedOver":["index.json"],
 *  "totals":{...}}
 * }</pre>
 */
public final class JsonReport {
    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the report.
     *
     * @param output not closed
     */
    public static void write(ConformanceReport report, Writer output) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            new JsonReport(json.useDefaultPrettyPrinter()).report(report);
        }
        output.write('\n');
        output.flush();
    }

    private void report(ConformanceReport report) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("files");
        for (FileReport file : report.files()) {
            file(file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("passedOver");
        for (String file : report.passedOver()) {
            json.writeString(file);
        }
        json.writeEndArray();
        totals(report.tally());
        json.writeEndObject();
    }

    private void file(FileReport file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.file());
        json.writeArrayFieldStart("commands");
        for (CommandResult result : file.results()) {
            command(result);
        }
        json.writeEndArray();
        totals(file.tally());
        json.writeEndObject();
    }

    private void command(CommandResult result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", result.line());
        json.writeStringField("type", result.type());
        json.writeStringField("outcome", result.outcome().word());
        if (!result.reason().isEmpty()) {
            json.writeStringField("reason", result.reason());
        }
        if (result.messageAgrees().isPresent()) {
            json.writeBooleanField("messageAgrees", result.messageAgrees().get());
        }
        json.writeEndObject();
    }

    private void totals(Tally tally) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeNumberField("passed", tally.passed());
        json.writeNumberField("failed", tally.failed());
        json.writeNumberField("skipped", tally.skipped());
        json.writeNumberField("notCounted", tally.notCounted());
        json.writeNumberField("messagesAgreeing", tally.messagesAgreeing());
        json.writeNumberField("messages", tally.messages());
        json.writeEndObject();
    }
}
