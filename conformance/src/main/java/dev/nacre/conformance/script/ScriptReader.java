package dev.nacre.conformance.script;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.ConformanceException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads scripts. */
public final class ScriptReader {
    /** Values nest at most 100 deep in the engine, and a level of a variant is three of JSON. */
    private static final int MOST_DEPTH = 500;

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int MOST_STRING = 4 << 20;
    private static final String COMMANDS = "commands";
    private static final int MOST_MESSAGE = 200;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(MOST_STRING)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private ScriptReader() {}

    /**
     * Reads a script; its binaries are read when a command needs them.
     *
     * @throws ConformanceException when the file cannot be read, is broken, or is no script
     */
    public static Script read(Path file) {
        JsonNode root = parse(file);
        if (!root.path(COMMANDS).isArray()) {
            throw new ConformanceException(Code.NOT_A_SCRIPT, "it has no list of commands");
        }
        Path folder = requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        return new Script(Fields.list(root, COMMANDS, CommandReader::read), new ScriptFolder(folder));
    }

    private static JsonNode parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConformanceException(Code.UNREADABLE, "expected a regular file, found something else or nothing");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            JsonNode root = READER.readTree(stream);
            if (root.isMissingNode()) {
                throw new ConformanceException(Code.MALFORMED, "broken JSON: the file is empty");
            }
            return root;
        } catch (JsonProcessingException broken) {
            throw new ConformanceException(Code.MALFORMED, "broken JSON: " + message(broken), broken);
        } catch (IOException failure) {
            throw new ConformanceException(Code.UNREADABLE, "the file cannot be read", failure);
        }
    }

    private static String message(JsonProcessingException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        String shortened = message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) + "..." : message;
        return broken.getLocation() == null
                ? shortened
                : "line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ": " + shortened;
    }
}
