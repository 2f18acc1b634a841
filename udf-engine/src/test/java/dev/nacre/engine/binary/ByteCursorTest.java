package dev.nacre.engine.binary;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ByteCursorTest {
    @Test
    void readsUnsignedNumbersOfEveryLength() {
        assertThat(cursor(0x00).readU32("a number")).isZero();
        assertThat(cursor(0x7f).readU32("a number")).isEqualTo(127);
        assertThat(cursor(0x80, 0x00).readU32("a number")).isZero();
        assertThat(cursor(0xff, 0xff, 0xff, 0xff, 0x0f).readU32("a number")).isEqualTo(-1);
    }

    @Test
    void refusesUnsignedNumbersBeyond32Bits() {
        rejects(() -> cursor(0xff, 0xff, 0xff, 0xff, 0x10).readU32("a number"), "of 32 bits");
        rejects(() -> cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0x00).readU32("a number"), "of 32 bits");
        rejects(() -> cursor(0x80).readU32("a number"), "expected a number, found the end");
    }

    @Test
    void readsUnsignedNumbersOf64Bits() {
        assertThat(cursor(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)
                        .readU64("a number"))
                .isEqualTo(-1);
        rejects(
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02)
                        .readU64("a number"),
                "of 64 bits");
    }

    @Test
    void readsSignedNumbersOf33Bits() {
        assertThat(cursor(0x7f).readS33("a number")).isEqualTo(-1);
        assertThat(cursor(0x40).readS33("a number")).isEqualTo(-64);
        assertThat(cursor(0x3f).readS33("a number")).isEqualTo(63);
        assertThat(cursor(0xff, 0xff, 0xff, 0xff, 0x0f).readS33("a number")).isEqualTo(0xffff_ffffL);
        assertThat(cursor(0x80, 0x80, 0x80, 0x80, 0x70).readS33("a number")).isEqualTo(-0x1_0000_0000L);
        rejects(() -> cursor(0xff, 0xff, 0xff, 0xff, 0x1f).readS33("a number"), "of 33 bits");
        rejects(() -> cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0x00).readS33("a number"), "of 33 bits");
    }

    @Test
    void readsNamesInUtf8() {
        assertThat(cursor(3, 0xe2, 0x82, 0xac).readName("a name")).isEqualTo("€");
        rejects(() -> cursor(2, 0xc0, 0x80).readName("a name"), "expected a name in UTF-8");
        rejects(() -> cursor(3, 0xed, 0xa0, 0x80).readName("a name"), "expected a name in UTF-8");
        rejects(() -> cursor(5, 'a').readName("a name"), "expected 5 bytes of a name, found 1");
    }

    @Test
    void refusesNamesBeyondTheCap() {
        ByteCursor cursor =
                new ByteCursor(bytes(3, 'a', 'b', 'c'), Limits.sandbox().with(Setting.NAME_BYTES, 2));

        assertThatThrownBy(() -> cursor.readName("a name"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CAP_EXCEEDED))
                .hasMessageContaining("name_bytes");
    }

    @Test
    void refusesCountsBeyondTheInputAtOnce() {
        rejects(
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0x0f, 0).readVector("types", () -> 1),
                "expected 4294967295 types, found only 1 bytes");
    }

    @Test
    void saysWhereItWas() {
        ByteCursor cursor = cursor(0, 0, 7);
        cursor.readByte("a byte");
        cursor.readByte("a byte");

        rejects(
                () -> cursor.readFlag("0x00 or 0x01"),
                "malformed component at byte 0x2: expected 0x00 or 0x01, found 0x07");
    }

    private static ByteCursor cursor(int... values) {
        return new ByteCursor(bytes(values), Limits.specification());
    }

    private static void rejects(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED))
                .hasMessageContaining(message);
    }
}
