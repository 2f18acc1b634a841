package dev.nacre.conformance.value;

import static dev.nacre.conformance.value.ScriptValues.mismatch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nacre.conformance.script.Value;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a value of a script into the Java form of the type that visits it. */
final class ValueReader implements WitTypeVisitor<Object> {
    private final String place;
    private final Value value;
    private final boolean patterns;

    private ValueReader(String place, Value value, boolean patterns) {
        this.place = place;
        this.value = value;
        this.patterns = patterns;
    }

    /** Makes a reader of a value to pass: a NaN pattern is the canonical NaN. */
    static ValueReader forArgument(String place, Value value) {
        return new ValueReader(place, value, false);
    }

    /** Makes a reader of a value to compare with: a NaN pattern stays one. */
    static ValueReader forResult(String place, Value value) {
        return new ValueReader(place, value, true);
    }

    @Override
    public Object visitPrimitive(PrimitiveType type) {
        return Scalars.read(place, json(type.keyword()), type, patterns);
    }

    @Override
    public Object visitList(ListType type) {
        List<Object> elements = elements("list", type.element());
        if (type.element() != PrimitiveType.U8) {
            return elements;
        }
        byte[] bytes = new byte[elements.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = ((Short) elements.get(index)).byteValue();
        }
        return bytes;
    }

    private List<Object> elements(String word, WitType element) {
        List<Object> elements = new ArrayList<>();
        for (JsonNode item : array(word)) {
            elements.add(inner("element " + (elements.size() + 1), item, element));
        }
        return elements;
    }

    @Override
    public Object visitRecord(RecordType type) {
        List<Object> fields = new ArrayList<>();
        JsonNode items = array("record");
        requireSize(type.fields().size(), items.size());
        for (RecordType.Field field : type.fields()) {
            JsonNode item = items.path(fields.size());
            requireName(field.name(), item.path(0).asText());
            fields.add(inner("field '" + field.name() + "'", item.path(1), field.type()));
        }
        return fields;
    }

    @Override
    public Object visitTuple(TupleType type) {
        List<Object> fields = new ArrayList<>();
        JsonNode items = array("tuple");
        requireSize(type.elements().size(), items.size());
        for (WitType element : type.elements()) {
            fields.add(inner("element " + (fields.size() + 1), items.path(fields.size()), element));
        }
        return fields;
    }

    @Override
    public Object visitVariant(VariantType type) {
        JsonNode json = json("variant");
        String name = json.path("case").asText();
        oneOf(type.cases().stream().map(VariantType.Case::name).toList(), name);
        VariantType.Case found = type.cases().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new VariantValue(name, payload("case '" + name + "'", json.path("payload"), found.payload()));
    }

    @Override
    public Object visitEnum(EnumType type) {
        return oneOf(type.names(), json("enum").asText());
    }

    @Override
    public Object visitFlags(FlagsType type) {
        Set<String> given = new LinkedHashSet<>();
        array("flags").forEach(name -> given.add(oneOf(type.names(), name.asText())));
        Set<String> ordered = new LinkedHashSet<>(type.names());
        ordered.retainAll(given);
        return ordered;
    }

    @Override
    public Object visitOption(OptionType type) {
        JsonNode json = json("option");
        return json.isNull() ? Optional.empty() : Optional.of(inner("some", json, type.element()));
    }

    @Override
    public Object visitResult(ResultType type) {
        JsonNode json = json("result");
        if (json.has("Ok") == json.has("Err")) {
            throw mismatch(place, "one of 'Ok' and 'Err'", "both or neither");
        }
        return json.has("Ok")
                ? ResultValue.ok(payload("ok", json.path("Ok"), type.ok()))
                : ResultValue.error(payload("error", json.path("Err"), type.error()));
    }

    @Override
    public Object visitMap(MapType type) {
        List<Object> entries = new ArrayList<>();
        for (JsonNode item : array("map")) {
            String entry = "entry " + (entries.size() + 1);
            entries.add(List.of(
                    inner(entry + " key", item.path(0), type.key()),
                    inner(entry + " value", item.path(1), type.value())));
        }
        return entries;
    }

    @Override
    public Object visitOwn(OwnType type) {
        throw mismatch(place, "a handle", "a script, which has no form for one");
    }

    @Override
    public Object visitBorrow(BorrowType type) {
        throw mismatch(place, "a handle", "a script, which has no form for one");
    }

    @Override
    public Object visitStream(StreamType type) {
        throw mismatch(place, "a stream", "a script, which has no form for one");
    }

    @Override
    public Object visitFuture(FutureType type) {
        throw mismatch(place, "a future", "a script, which has no form for one");
    }

    private Object inner(String step, JsonNode json, WitType type) {
        return type.accept(new ValueReader(place + ", " + step, Value.of(json), patterns));
    }

    private @Nullable Object payload(String step, JsonNode json, Optional<WitType> type) {
        boolean given = !json.isMissingNode() && !json.isNull();
        if (given != type.isPresent()) {
            throw mismatch(place + ", " + step, type.isPresent() ? "a payload" : "no payload", given ? "one" : "none");
        }
        return type.map(payload -> inner(step, json, payload)).orElse(null);
    }

    private JsonNode json(String word) {
        if (!value.type().equals(word)) {
            throw mismatch(place, word + " by the function's type", value.type() + " in the script");
        }
        return value.value();
    }

    private JsonNode array(String word) {
        JsonNode json = json(word);
        if (!json.isArray()) {
            throw mismatch(place, "a JSON list for " + word, "something else");
        }
        return json;
    }

    private String oneOf(List<String> names, String name) {
        if (!names.contains(name)) {
            throw mismatch(place, "one of " + names, "'" + name + "'");
        }
        return name;
    }

    private void requireSize(int expected, int found) {
        if (expected != found) {
            throw mismatch(place, expected + " parts", String.valueOf(found));
        }
    }

    private void requireName(String expected, String found) {
        if (!expected.equals(found)) {
            throw mismatch(place, "field '" + expected + "'", "'" + found + "'");
        }
    }
}
