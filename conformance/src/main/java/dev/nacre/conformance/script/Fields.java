package dev.nacre.conformance.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nacre.conformance.ConformanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a JSON object, and says which one is not as expected. */
final class Fields {
    private Fields() {}

    static String text(JsonNode object, String field) {
        return optionalText(object, field).orElseThrow(() -> missing(field, "a string"));
    }

    static Optional<String> optionalText(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw missing(field, "a string");
        }
        return Optional.of(value.textValue());
    }

    /** Returns a line number, 0 when there is none. */
    static int line(JsonNode object) {
        return object.path("line").asInt(0);
    }

    static <T> List<T> list(JsonNode object, String field, Function<JsonNode, T> element) {
        JsonNode value = object.path(field);
        if (!value.isArray()) {
            throw missing(field, "a list");
        }
        List<T> list = new ArrayList<>(value.size());
        value.forEach(item -> list.add(element.apply(item)));
        return list;
    }

    private static ConformanceException missing(String field, String expected) {
        return new ConformanceException(
                ConformanceException.Code.MALFORMED,
                "field '" + field + "': expected " + expected
                        + ", found none; the script is not as wasm-tools writes it");
    }
}
