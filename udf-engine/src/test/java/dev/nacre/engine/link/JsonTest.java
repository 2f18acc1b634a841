package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stock Rust component around the crates serde and serde_json, whose documents have hash maps inside. */
class JsonTest {
    private static final String ORDER =
            "{ \"id\": 7, \"total\": 10.50, \"note\": null, \"a/b\": true, \"items\": [ { \"name\": \"Bücher\" } ] }";

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    private ComponentInstance instance;

    @BeforeEach
    void open() {
        instance = EngineFixture.instance("json-rust");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void findsByPointer() {
        assertOk(call("get", ORDER, "/items/0/name"), Optional.of("Bücher"));
        assertOk(call("get", ORDER, "/items/0"), Optional.of("{\"name\":\"Bücher\"}"));
        assertOk(call("get", ORDER, "/a~1b"), Optional.of("true"));
        assertOk(call("get", ORDER, "/note"), Optional.empty());
        assertOk(call("get", ORDER, "/items/1"), Optional.empty());
        assertOk(call("get", "\"\\ud83d\\ude00\\u0000\"", ""), Optional.of("😀\0"));
    }

    @Test
    void keepsTheDigitsOfNumbers() {
        assertOk(call("get", ORDER, "/total"), Optional.of("10.50"));
        assertOk(
                call("compact", "[1234567890123456789012345678901234567890, 1E400]"),
                "[1234567890123456789012345678901234567890,1e+400]");
        assertOk(call("get-number", ORDER, "/total"), Optional.of(10.5));
        assertOk(call("get-number", ORDER, "/note"), Optional.empty());
        assertOk(
                call("get-number", "[0.1, -0.0, 5e-324, 1.7976931348623157e308]", "/3"), Optional.of(Double.MAX_VALUE));
    }

    @Test
    void keepsTheOrderOfMembers() {
        assertOk(call("keys", ORDER), Optional.of(List.of("id", "total", "note", "a/b", "items")));
        assertOk(call("keys", "[]"), Optional.empty());
        assertOk(
                call("elements", "[1, \"a\", null, [2]]"),
                Optional.of(List.of(Optional.of("1"), Optional.of("a"), Optional.empty(), Optional.of("[2]"))));
        assertOk(call("elements", "{}"), Optional.empty());
    }

    /** The examples of RFC 7396, appendix A, that have more than one step. */
    @Test
    void mergesPatches() {
        assertOk(
                call("merge-patch", "{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}"),
                "{\"a\":{\"b\":\"d\"}}");
        assertOk(call("merge-patch", "{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}"), "{\"a\":[1]}");
        assertOk(call("merge-patch", "[1,2]", "{\"a\":\"b\",\"c\":null}"), "{\"a\":\"b\"}");
        assertOk(call("merge-patch", "{}", "{\"a\":{\"bb\":{\"ccc\":null}}}"), "{\"a\":{\"bb\":{}}}");
        assertOk(call("merge-patch", "{\"e\":null}", "{\"a\":1}"), "{\"e\":null,\"a\":1}");
    }

    @Test
    void writesDocuments() {
        assertOk(call("compact", " { \"a\" : [ 1 , \"\\u00fc\\n\" ] } "), "{\"a\":[1,\"ü\\n\"]}");
        assertOk(call("pretty", "{\"a\":[1]}"), "{\n  \"a\": [\n    1\n  ]\n}");
    }

    @Test
    void readsAMessageIntoARecord() {
        assertOk(
                call(
                        "parse-reading",
                        "{\"at\":-1,\"value\":21.5,\"new\":{},\"device\":\"pumpe-Ü\",\"tags\":[\"a\",\"\"]}"),
                List.of("pumpe-Ü", -1L, 21.5, List.of("a", ""), Optional.empty()));
        assertOk(
                call("parse-reading", "{\"device\":\"\",\"at\":0,\"value\":1,\"note\":\"n\"}"),
                List.of("", 0L, 1.0, List.of(), Optional.of("n")));
    }

    @Test
    void answersWhatIsNotJsonWithTheGuestsError() {
        assertRefused(call("get", "{\"a\":", ""), "EOF while parsing a value at line 1 column 5");
        assertRefused(call("keys", ""), "EOF while parsing a value at line 1 column 0");
        assertRefused(call("compact", "{}\n[]"), "trailing characters at line 2 column 1");
        assertRefused(call("merge-patch", "{}", "{'a': 1}"), "key must be a string at line 1 column 2");
        assertRefused(call("parse-reading", "{\"device\":\"pumpe\"}"), "missing field `at` at line 1 column 18");
        assertRefused(
                call("parse-reading", "{\"device\":5}"),
                "invalid type: integer `5`, expected a string at line 1 column 11");
        assertThat(instance.isOpen()).isTrue();
    }

    @Test
    void answersWhatCannotBeMeantWithTheGuestsError() {
        assertRefused(call("get", "{}", "a"), "pointer 'a': expected a slash at its beginning");
        assertRefused(call("get-number", ORDER, "/items"), "'/items': expected a number, found an array");
    }

    @Test
    void answersDocumentsNestedTooDeepWithTheGuestsError() {
        String deepest = "[".repeat(127) + "]".repeat(127);

        assertOk(call("compact", deepest), deepest);
        assertRefused(call("compact", "[" + deepest + "]"), "recursion limit exceeded at line 1 column 128");
        assertRefused(call("compact", "[".repeat(1_000_000)), "recursion limit exceeded at line 1 column 128");
        assertRefused(
                call("parse-reading", "{\"device\":".repeat(100_000)),
                "invalid type: map, expected a string at line 1 column 10");
    }

    @Test
    void readsLargeDocuments() {
        String large = IntStream.range(0, 20_000)
                .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"n" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertOk(call("get", large, "/19999/name"), Optional.of("n19999"));
        assertOk(call("get", large, "/20000/name"), Optional.empty());
        assertOk(call("compact", large), large);
    }

    @Test
    void endsTheInstanceWhereADocumentNeedsMoreMemoryThanThereIs() {
        String huge = "[" + "0,".repeat(2_000_000) + "0]";

        assertThatThrownBy(() -> call("compact", huge))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRAP));
        assertThat(instance.isOpen()).isFalse();
    }

    private Object call(String function, Object... arguments) {
        return instance.function(function).call(arguments);
    }

    private static void assertOk(Object answer, Object expected) {
        assertThat(answer).isEqualTo(ResultValue.ok(expected));
    }

    private static void assertRefused(Object answer, String expected) {
        assertThat(answer).isEqualTo(ResultValue.error(expected));
    }
}
