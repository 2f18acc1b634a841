package dev.nacre.engine.docs;

import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Mutants;
import dev.nacre.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Seeds.class)
class ComponentDocsTest {
    private static final String WHOLE = """
            {"package": "acme:shop@1.2.0", "docs": "All of the shop.", "worlds": {"shop": {"docs": "Sells things.",
              "stability": {"unstable": {"feature": "x"}},
              "interfaces": {"inner": {"docs": "i", "funcs": {"a": {"docs": "inner a, imported"}}}},
              "interface_exports": {"inner": {"funcs": {"a": {"docs": "inner a"}}}},
              "funcs": {"sell": {"docs": "imported"}, "buy": "Buys."},
              "func_exports": {"sell": {"docs": "  Sells.\\n", "stability": {"stable": {"since": "1.0.0"}}}, "none": {}}}},
             "interfaces": {"prices": {"docs": "p", "funcs": {"ask": {"docs": "What it costs: \\"€\\""}},
               "types": {"basket": {"docs": "Holds things.", "items": {}}}}}}""";

    @Test
    void findsTheCommentsOfEveryKindOfExport() {
        ComponentDocs docs = of(docs(1, WHOLE));

        assertThat(docs.component()).contains("Sells things.");
        assertThat(docs.function("sell")).contains("Sells.");
        assertThat(docs.function("buy")).contains("Buys.");
        assertThat(docs.function("none")).isEmpty();
        assertThat(docs.function("inner#a")).contains("inner a");
        assertThat(docs.function("acme:shop/prices@1.2.0#ask")).contains("What it costs: \"€\"");
        assertThat(docs.function("acme:shop/prices@1.2.0#basket")).contains("Holds things.");
        assertThat(docs.function("acme:shop/prices@2.0.0#ask")).isEmpty();
        assertThat(docs.function("other:shop/prices@1.2.0#ask")).isEmpty();
        assertThat(docs.function("#")).isEmpty();
        assertThat(docs.function("")).isEmpty();
    }

    @Test
    void readsTheFirstVersion() {
        ComponentDocs docs = of(docs(0, """
                {"docs": "Package.", "worlds": {"w": {"funcs": {"f": "does f", "g": null}}},
                 "interfaces": {"i": {"funcs": {"h": "does h"}}}}"""));

        assertThat(docs.component()).contains("Package.");
        assertThat(docs.function("f")).contains("does f");
        assertThat(docs.function("g")).isEmpty();
        assertThat(docs.function("any:pkg/i#h")).contains("does h");
    }

    @Test
    void takesTheComponentsCommentFromThePackageOfItsWorld() {
        ComponentDocs docs = of(
                docs(1, "{\"package\": \"wasi:io\", \"docs\": \"Streams.\", \"interfaces\": {\"i\": {}}}"),
                docs(1, "{\"package\": \"acme:shop\", \"docs\": \"Shop.\", \"worlds\": {\"w\": {}}}"));

        assertThat(docs.component()).contains("Shop.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1",
                "\"docs\"",
                "{\"docs\": 1}",
                "{\"docs\": \"a\"} {}",
                "{\"docs\": \"\\ud800\"}",
                "{\"worlds\": []}",
                "{\"worlds\": {\"w\": 1}}",
                "{\"docs\": \"a\", \"docs\"}",
                "{\"interfaces\": {\"i\": null}}",
                "{\"worlds\": {\"w\": {\"funcs\": {\"f\": []}}}}",
                "{\"docs\": NaN}",
            })
    void leavesAloneWhatIsNotDocs(String json) {
        ComponentDocs docs = of(docs(1, json), docs(1, "{\"worlds\": {\"w\": {\"docs\": \"The other.\"}}}"));

        assertThat(docs.component()).contains("The other.");
    }

    @Test
    void leavesAloneWhatIsTooMuch() {
        assertThat(of(docs(1, "{\"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                        .component())
                .isEmpty();
        assertThat(of(docs(1, "{\"docs\": \"" + "a".repeat(200_000) + "\"}")).component())
                .isEmpty();
        assertThat(of(docs(1, "{\"docs\": \"a\"" + " ".repeat(1 << 20) + "}")).component())
                .isEmpty();
        assertThat(of(docs(1, "{\"" + "n".repeat(100_000) + "\": 1, \"docs\": \"a\"}"))
                        .component())
                .isEmpty();
        assertThat(of(docs(1, "{\"docs\": \"" + "🎵".repeat(20_000) + "\"}")).component())
                .contains("🎵".repeat(10_000) + "...");
        byte[][] many = new byte[200][];
        java.util.Arrays.fill(many, docs(1, "[]"));
        many[150] = docs(1, "{\"worlds\": {\"w\": {\"docs\": \"Far behind.\"}}}");
        assertThat(of(many).component()).isEmpty();
    }

    @Test
    void knowsNoOtherVersions() {
        assertThat(of(docs(2, WHOLE)).component()).isEmpty();
        assertThat(of(docs(255, WHOLE)).component()).isEmpty();
        assertThat(of(section(0, name("package-docs"))).component()).isEmpty();
        assertThat(of(section(0, name("package-doc"), new byte[] {1}, WHOLE.getBytes(StandardCharsets.UTF_8)))
                        .component())
                .isEmpty();
    }

    @Test
    void readsNoCommentsOfComponentsInside() {
        assertThat(of(nested(docs(1, WHOLE))).component()).isEmpty();
    }

    @Test
    void hasNothingForWhatIsNoComponent() {
        for (byte[] bytes :
                new byte[][] {{}, {0}, Guests.bytes("plain-core"), {0, 'a', 's', 'm', 13, 0, 1, 0, 0, 99}}) {
            assertThat(ComponentDocs.of(bytes, Limits.sandbox()).component()).isEmpty();
        }
        assertThat(ComponentDocs.of(Guests.bytes("telemetry-c"), Limits.sandbox())
                        .component())
                .isEqualTo(Optional.empty());
    }

    @Test
    void survivesMutants() {
        byte[] whole = component(docs(1, WHOLE), docs(0, WHOLE));
        for (int round = 0; round < Seeds.count(500, 20_000); round++) {
            byte[] mutant = Mutants.of(whole, Seeds.seed()).get(round).bytes();

            assertThat(ComponentDocs.of(mutant, Limits.sandbox()).function("sell"))
                    .isNotNull();
        }
    }

    private static ComponentDocs of(byte[]... sections) {
        return ComponentDocs.of(component(sections), Limits.sandbox());
    }

    private static byte[] docs(int version, String json) {
        return section(0, name("package-docs"), new byte[] {(byte) version}, json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] name(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(name.length());
        bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
