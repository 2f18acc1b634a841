package dev.nacre.conformance.script;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value as a script has it: {@code {"type":"u32","value":"7"}}.
 *
 * @param type the word for its type, for example {@code list}
 * @param value what it is, in the form of that type; JSON's null where the script has nothing
 */
public record Value(String type, JsonNode value) {
    public Value {
        requireNonNull(type, "type is null");
        requireNonNull(value, "value is null");
    }

    /**
     * Reads a value.
     *
     * @throws dev.nacre.conformance.ConformanceException when the JSON is not of that form
     */
    public static Value of(JsonNode node) {
        return new Value(Fields.text(node, "type"), node.path("value"));
    }
}
