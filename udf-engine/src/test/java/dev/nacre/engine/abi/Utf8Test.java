package dev.nacre.engine.abi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agrees with the JDK on what is well-formed, and on every character. */
class Utf8Test {
    private static final int[] EDGES = {
        0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
        0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    private static final int[] TAILS = {'a', 0x7F, 0x80, 0xBF, 0xC0, 0xFF};

    private final Utf8 utf8 = new Utf8();

    @Test
    void acceptsWhatTheJdkAccepts() {
        for (int first : EDGES) {
            for (int second : EDGES) {
                for (int third : TAILS) {
                    for (int fourth : TAILS) {
                        assertAgrees(first, second, third, fourth);
                    }
                }
            }
        }
    }

    private void assertAgrees(int first, int second, int third, int fourth) {
        byte[] bytes = {'x', (byte) first, (byte) second, (byte) third, (byte) fourth};
        for (int end = 2; end <= bytes.length; end++) {
            if (utf8.isWellFormed(bytes, 1, end) != isWellFormedForTheJdk(bytes, end)) {
                assertThat(bytes).as("well-formed up to %d", end).isNull();
            }
        }
    }

    private static boolean isWellFormedForTheJdk(byte[] bytes, int end) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 1, end - 1));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void findsWhatIsMalformedBehindManyBytes() {
        for (int at = 0; at < 40; at++) {
            byte[] bytes = new byte[40];
            bytes[at] = (byte) 0x80;

            assertThat(utf8.isWellFormed(bytes, 0, 40)).isFalse();
            assertThat(utf8.isWellFormed(bytes, 0, at)).isTrue();
        }
    }

    @Test
    void readsAndWritesEveryCharacter() {
        byte[] bytes = new byte[8];
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> codePoint < 0xD800 || codePoint > 0xDFFF)
                .filter(codePoint -> !survives(codePoint, bytes))
                .forEach(codePoint -> assertThat(codePoint).as("character").isNull());
    }

    private boolean survives(int codePoint, byte[] bytes) {
        int end = Utf8.put(codePoint, bytes, 2);
        return utf8.codePoint(bytes, 2) == codePoint
                && end - 2 == utf8.width(codePoint)
                && new String(bytes, 2, end - 2, UTF_8).codePointAt(0) == codePoint;
    }
}
