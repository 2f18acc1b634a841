package dev.nacre.engine.abi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings in the three encodings, and guests that lie about them. */
class TextEncodingTest {
    private static final int MEMORY_BYTES = Workbench.PAGES * 65_536;
    private static final int TAG = 1 << 31;

    private final Workbench guest = new Workbench();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(StringEncoding.UTF8, "plain", UTF_8, 5),
                Arguments.of(StringEncoding.UTF8, "é€𝄞z", UTF_8, 10),
                Arguments.of(StringEncoding.UTF16, "é€𝄞z", UTF_16LE, 5),
                Arguments.of(StringEncoding.LATIN1_UTF16, "ÿé", ISO_8859_1, 2),
                Arguments.of(StringEncoding.LATIN1_UTF16, "ÿ€", UTF_16LE, 2 | TAG));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesTheBytesOfTheEncoding(StringEncoding encoding, String text, Charset charset, int units) {
        long range = encoding.text().store(guest.context(), text);

        byte[] expected = text.getBytes(charset);
        int pointer = Range.pointer(range);
        assertThat(Range.length(range)).isEqualTo(units);
        assertThat(Arrays.copyOfRange(guest.memory().array(), pointer, pointer + expected.length))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheExactSizeOnce(StringEncoding encoding) {
        StringBuilder asked = new StringBuilder();
        AbiContext context = guest.contextWith((oldPointer, oldBytes, alignment, newBytes) -> {
            asked.append(oldPointer).append(' ').append(oldBytes).append(' ').append(newBytes);
            return 2048;
        });

        encoding.text().store(context, "aé");

        int bytes = encoding == StringEncoding.UTF8 ? 3 : encoding == StringEncoding.UTF16 ? 4 : 2;
        assertThat(asked).hasToString("0 0 " + bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00", "\uD83D\uD83D\uDE00", "ok\uDBFF"})
    void refusesUnpairedSurrogates(String text) {
        for (StringEncoding encoding : StringEncoding.values()) {
            assertThatThrownBy(() -> encoding.text().store(guest.context(), text))
                    .isInstanceOfSatisfying(
                            AbiFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_UNICODE))
                    .hasMessageStartingWith("string has an unpaired surrogate at index ");
        }
    }

    static Stream<byte[]> malformedUtf8() {
        return Stream.of(
                bytes(0xFF),
                bytes(0xC0, 0x80),
                bytes(0xE0, 0x80, 0x80),
                bytes(0xED, 0xA0, 0x80),
                bytes(0xF4, 0x90, 0x80, 0x80),
                bytes('a', 0xC3),
                bytes(0xEF, 0xBF, 0xBD, 0x80));
    }

    @ParameterizedTest
    @MethodSource("malformedUtf8")
    void refusesMalformedUtf8(byte[] malformed) {
        System.arraycopy(malformed, 0, guest.memory().array(), 100, malformed.length);

        assertThatThrownBy(() -> StringEncoding.UTF8.text().load(guest.context(), 100, malformed.length))
                .hasMessage("string of " + malformed.length + " bytes at pointer 100 is not valid UTF-8");
    }

    @Test
    void acceptsTheReplacementCharacterItself() {
        System.arraycopy("a\uFFFDb".getBytes(UTF_8), 0, guest.memory().array(), 100, 5);

        assertThat(StringEncoding.UTF8.text().load(guest.context(), 100, 5)).isEqualTo("a\uFFFDb");
    }

    @Test
    void refusesMalformedUtf16() {
        guest.memory().writeShort(100, (short) 0xD800);
        guest.memory().writeShort(102, (short) 'a');

        assertThatThrownBy(() -> StringEncoding.UTF16.text().load(guest.context(), 100, 2))
                .hasMessage("string of 4 bytes at pointer 100 is not valid UTF-16LE");
    }

    static Stream<Arguments> lies() {
        String outOfBounds =
                "string out of bounds of memory: pointer %s, length %s, memory of " + MEMORY_BYTES + " bytes";
        return Stream.of(
                Arguments.of(StringEncoding.UTF8, MEMORY_BYTES, 1, outOfBounds.formatted(MEMORY_BYTES, 1)),
                Arguments.of(StringEncoding.UTF8, MEMORY_BYTES + 1, 0, outOfBounds.formatted(MEMORY_BYTES + 1, 0)),
                Arguments.of(StringEncoding.UTF8, 0xDEADBEEF, 16, outOfBounds.formatted(3_735_928_559L, 16)),
                Arguments.of(StringEncoding.UTF8, -1, 1, outOfBounds.formatted(4_294_967_295L, 1)),
                Arguments.of(StringEncoding.UTF8, 0, 1 << 28, "string of 268435456 bytes, expected at most 268435455"),
                Arguments.of(StringEncoding.UTF8, 0, -1, "string of 4294967295 bytes, expected at most 268435455"),
                Arguments.of(StringEncoding.UTF16, 0, -1, "string of 8589934590 bytes, expected at most 268435455"),
                Arguments.of(StringEncoding.UTF16, 3, 0, "string not aligned: pointer 3, expected a multiple of 2"),
                Arguments.of(
                        StringEncoding.LATIN1_UTF16, 3, 1, "string not aligned: pointer 3, expected a multiple of 2"),
                Arguments.of(
                        StringEncoding.LATIN1_UTF16, 0, -1, "string of 4294967294 bytes, expected at most 268435455"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void refusesRangesThatAreNotThere(StringEncoding encoding, int pointer, int units, String message) {
        assertThatThrownBy(() -> encoding.text().load(guest.context(), pointer, units))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage(message);
    }

    @Test
    void acceptsAnEmptyStringAtTheEndOfMemory() {
        assertThat(StringEncoding.UTF8.text().load(guest.context(), MEMORY_BYTES, 0))
                .isEmpty();
    }

    @Test
    void boundsTheBytesOfACall() {
        Workbench narrow = new Workbench(Limits.sandbox().with(Setting.OUTPUT_BYTES, 100));
        StringEncoding.UTF8.text().load(narrow.context(), 0, 60);

        assertThatThrownBy(() -> StringEncoding.UTF8.text().load(narrow.context(), 0, 60))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT))
                .hasMessage(
                        "a call takes more than 100 bytes out of guest memory (setting output_bytes); pass less in one"
                                + " call");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
