package dev.nacre.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void readsUnsignedIntegersOfAnyAllowedLength() {
        assertThat(cursor(0x7f).u32()).isEqualTo(127);
        assertThat(cursor(0x80, 0x01).u32()).isEqualTo(128);
        assertThat(cursor(0x81, 0x80, 0x80, 0x80, 0x00).u32()).isEqualTo(1);
        assertThat(cursor(0xff, 0xff, 0xff, 0xff, 0x0f).u32()).isEqualTo(0xffff_ffffL);
    }

    @Test
    void rejectsUnsignedIntegersBeyond32Bits() {
        rejects(
                "integer is longer than 32 bits",
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0x1f).u32());
        rejects(
                "integer is longer than 32 bits",
                () -> cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0).u32());
        rejects("unexpected end", () -> cursor(0x80, 0x80).u32());
    }

    @Test
    void readsSignedIntegers() {
        assertThat(cursor(0x7f).signed(32)).isEqualTo(-1);
        assertThat(cursor(0x40).signed(33)).isEqualTo(-64);
        assertThat(cursor(0xc0, 0x00).signed(33)).isEqualTo(64);
        assertThat(cursor(0x80, 0x80, 0x80, 0x80, 0x78).signed(32)).isEqualTo(Integer.MIN_VALUE);
        assertThat(cursor(0xff, 0xff, 0xff, 0xff, 0x07).signed(32)).isEqualTo(Integer.MAX_VALUE);
        assertThat(cursor(0xff, 0xff, 0xff, 0xff, 0x0f).signed(33)).isEqualTo(0xffff_ffffL);
        assertThat(cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f)
                        .signed(64))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void rejectsSignedIntegersWhoseUnusedBitsAreNoCopiesOfTheSign() {
        rejects(
                "integer is longer than 32 bits",
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0x0f).signed(32));
        rejects(
                "integer is longer than 32 bits",
                () -> cursor(0x80, 0x80, 0x80, 0x80, 0x70).signed(32));
        rejects(
                "integer is longer than 33 bits",
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0x1f).signed(33));
        rejects(
                "integer is longer than 64 bits",
                () -> cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01)
                        .signed(64));
        rejects(
                "integer is longer than 32 bits",
                () -> cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0).signed(32));
    }

    @Test
    void readsBackRandomSignedIntegers() {
        long seed = 7;
        Random random = new Random(seed);

        for (int i = 0; i < 2_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);

            assertThat(cursor(Sleb.of(value)).signed(64)).as("seed %d", seed).isEqualTo(value);
        }
    }

    @Test
    void rejectsVectorsThatCannotFit() {
        rejects(
                "3 things cannot fit into the 5 bytes left",
                () -> cursor(3, 0, 0, 0, 0, 0).vector(2, "things"));
        rejects(
                "4294967295 things cannot fit",
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0x0f).vector(9, "things"));
    }

    @Test
    void rejectsNamesThatAreNotUtf8() {
        assertThat(cursor(0xc3, 0xa4).text(2)).isEqualTo("ä");
        rejects("name is not UTF-8", () -> cursor(0xc3, 0x28).text(2));
        rejects("name is not UTF-8", () -> cursor(0xed, 0xa0, 0x80).text(3));
        rejects("name is not UTF-8", () -> cursor(0xc0, 0x80).text(2));
    }

    @Test
    void keepsWithinWhatWasEntered() {
        Cursor cursor = cursor(1, 2, 3);

        int outer = cursor.enter(2, "part");
        cursor.u8();

        rejects("part has 1 bytes too many", () -> cursor.leave(outer, "part"));
        cursor.u8();
        rejects("unexpected end", cursor::u8);
        cursor.leave(outer, "part");
        assertThat(cursor.u8()).isEqualTo(3);
        rejects("part of 1 bytes is longer than the 0 bytes left", () -> cursor.enter(1, "part"));
    }

    private static Cursor cursor(int... bytes) {
        return cursor(Wasm.bytes(bytes));
    }

    private static Cursor cursor(byte[] bytes) {
        return new Cursor(bytes, 0, bytes.length, new Place(bytes, 0, 0));
    }

    private static void rejects(String message, Runnable read) {
        assertThatThrownBy(read::run)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED))
                .hasMessageContaining(message);
    }

    /** Writes signed integers. */
    private static final class Sleb {
        static byte[] of(long value) {
            byte[] out = new byte[0];
            long rest = value;
            while (rest < -64 || rest > 63) {
                out = Wasm.join(out, Wasm.bytes((int) (rest & 0x7f) | 0x80));
                rest >>= 7;
            }
            return Wasm.join(out, Wasm.bytes((int) rest & 0x7f));
        }
    }
}
