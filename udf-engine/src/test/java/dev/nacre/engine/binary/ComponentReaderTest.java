package dev.nacre.engine.binary;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.testkit.Guests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentReaderTest {
    private static final Limits LIMITS = Limits.specification();

    @Test
    void readsAnEmptyComponent() {
        assertThat(ComponentReader.read(component(), LIMITS).definitions()).isEmpty();
    }

    @Test
    void keepsDefinitionsInOrderWithTheirOffsets() {
        byte[] bytes = component(section(7, bytes(2, 0x7d, 0x73)), nested(), type(bytes(0x70, 0)));

        List<Located> definitions = ComponentReader.read(bytes, LIMITS).definitions();

        assertThat(definitions).extracting(Located::offset).containsExactly(11, 12, 13, 26);
        assertThat(definitions.get(3).declaration())
                .isEqualTo(new Declaration.Type(new TypeSource.Value(new ValueSource.ListOf(new TypeUse.Index(0)))));
    }

    @Test
    void ignoresCustomSectionsWhateverIsInThem() {
        byte[] bytes = component(section(0, name("component-name"), bytes(0xff, 0xff, 0xff)));

        assertThat(ComponentReader.read(bytes, LIMITS).definitions()).isEmpty();
    }

    @Test
    void saysThatAFileIsEmpty() {
        rejects(new byte[0], ErrorCode.MALFORMED, "found an empty file");
    }

    @Test
    void saysThatAFileIsNotWasm() {
        rejects("(component)".getBytes(StandardCharsets.UTF_8), ErrorCode.MALFORMED, "does not start with '\\0asm'");
    }

    @Test
    void saysHowToWrapACoreModule() {
        rejects(Guests.bytes("plain-core"), ErrorCode.CORE_MODULE, "wasm-tools component new");
    }

    @Test
    void refusesOtherVersionsAndLayers() {
        rejects(bytes(0, 'a', 's', 'm', 0x0c, 0, 1, 0), ErrorCode.MALFORMED, "at byte 0x4");
        rejects(bytes(0, 'a', 's', 'm', 0x0d, 0, 2, 0), ErrorCode.MALFORMED, "at byte 0x6");
        rejects(bytes(0, 'a', 's', 'm', 1, 0, 1, 0), ErrorCode.MALFORMED, "at byte 0x4");
    }

    @Test
    void refusesSectionsOfAnotherLengthThanTheirContent() {
        rejects(component(section(7, bytes(1, 0x7d, 0))), ErrorCode.MALFORMED, "found 1 more bytes");
        rejects(component(section(7, bytes(2, 0x7d))), ErrorCode.MALFORMED, "found only 1 bytes");
        rejects(component(bytes(7, 9, 0)), ErrorCode.MALFORMED, "expected 9 bytes of section 7, found 1");
    }

    @Test
    void refusesAComponentInsideThatIsACoreModule() {
        byte[] module = bytes(0, 'a', 's', 'm', 1, 0, 0, 0);

        rejects(component(section(4, module)), ErrorCode.MALFORMED, "expected version 0x0d");
    }

    @ParameterizedTest
    @CsvSource({
        "7, '1 0x64', the type error-context",
        "7, '1 0x70 0x64', the type error-context",
        "8, '1 0x1c 0', the type error-context",
        "8, '1 0x40 0 0', threads",
        "8, '1 0x0c 1', the option cancellable",
        "9, '0 0 0', a start function",
        "12, '0', values",
        "10, '1 0 1 97 2 1 0x7d', values",
        "3, '1 0x5f 0', types of garbage-collected data",
        "3, '1 0x4e 0', types of garbage-collected data",
        "3, '1 0x4f 0 0x5e 0x7f 0', types of garbage-collected data",
        "3, '1 0 0x50 1 0 0x60 0 0', core types with supertypes",
        "3, '1 0x5d 0', types of continuations",
        "3, '1 0x65 0x60 0 0', shared types",
        "3, '1 0x60 1 0x63 0x70 0', typed references",
        "3, '1 0x60 1 0x6e 0', references to garbage-collected data",
        "3, '1 0x60 1 0x68 0', references to continuations",
        "3, '1 0x60 1 0x65 0', shared types",
    })
    void refusesFeaturesThatItDoesNotRunByName(int id, String content, String feature) {
        byte[] bytes = component(section(id, numbers(content)));

        rejects(bytes, ErrorCode.UNSUPPORTED_FEATURE, feature);
    }

    @ParameterizedTest
    @CsvSource({
        "13, '0', a section id from 0 to 12",
        "2, '1 2', core instance",
        "5, '1 2', instance",
        "6, '1 6', a sort",
        "6, '1 0 0x13', a core sort",
        "6, '1 1 3 0', the target of an alias",
        "6, '1 1 2 0 0', 'found one of sort function'",
        "6, '1 5 2 0 0', 'found one of sort instance'",
        "6, '1 0 0x12 2 0 0', 'found one of sort core instance'",
        "7, '1 0x44', a type",
        "7, '1 0x71 1 1 97 0 1', the end of a case",
        "7, '1 0x40 0 1 1', no named results",
        "7, '1 0x42 1 3', a declaration",
        "8, '1 0x2e', a canonical definition",
        "3, '1 0 0x60 0 0', a subtype that is not final",
        "3, '1 0x4f 0 0x7f', a core type",
        "8, '1 0 1', the sort function",
        "8, '1 1 0 0 1 8', an option",
        "10, '1 3 1 97 1 0', the attributes of a name",
        "10, '1 2 1 97 1 3 0', an attribute",
        "10, '1 0 1 97 6', the type of an import",
        "10, '1 0 1 97 3 2', a type bound",
    })
    void refusesUnknownCodes(int id, String content, String expected) {
        byte[] bytes = component(section(id, numbers(content)));

        rejects(bytes, ErrorCode.MALFORMED, expected);
    }

    @Test
    void readsAttributesInTheirOrder() {
        byte[] attributes = bytes(3, 2, 1, 'i', 0, 1, 'j', 2, 1, 'k');
        byte[] item = join(bytes(1, 2), name("a"), attributes, bytes(1, 0));

        Located found = ComponentReader.read(component(section(10, item)), LIMITS)
                .definitions()
                .get(0);

        assertThat(((Declaration.Import) found.declaration()).name())
                .isEqualTo(new ExternName(
                        "a",
                        List.of(
                                new ExternName.Attribute(ExternName.Kind.EXTERNAL_ID, "i"),
                                new ExternName.Attribute(ExternName.Kind.IMPLEMENTS, "j"),
                                new ExternName.Attribute(ExternName.Kind.EXTERNAL_ID, "k"))));
    }

    @Test
    void boundsHowDeepModuleTypesNest() {
        byte[] module = bytes(0x50, 0);
        for (int depth = 0; depth < 101; depth++) {
            module = join(bytes(0x50, 1, 1), module);
        }

        rejects(component(section(3, join(bytes(1), module))), ErrorCode.CAP_EXCEEDED, "definitions nest at most");
    }

    @Test
    void boundsHowDeepComponentsAndTypesNest() {
        byte[] inner = component();
        byte[] instance = bytes(0x42, 0);
        for (int depth = 0; depth < 101; depth++) {
            inner = component(section(4, inner));
            instance = join(bytes(0x42, 1, 1), instance);
        }

        rejects(inner, ErrorCode.CAP_EXCEEDED, "nested components");
        rejects(component(type(instance)), ErrorCode.CAP_EXCEEDED, "definitions nest at most");
    }

    @Test
    void boundsTheBytesOfAComponent() {
        Limits limits = LIMITS.with(Setting.COMPONENT_BYTES, 7);

        assertThatThrownBy(() -> ComponentReader.read(component(), limits)).hasMessageContaining("component_bytes");
    }

    private static byte[] numbers(String text) {
        String[] words = text.split(" ");
        int[] values = new int[words.length];
        for (int index = 0; index < words.length; index++) {
            values[index] = Integer.decode(words[index]);
        }
        return bytes(values);
    }

    private static void rejects(byte[] bytes, ErrorCode code, String message) {
        assertThatThrownBy(() -> ComponentReader.read(bytes, LIMITS))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
