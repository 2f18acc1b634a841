package dev.nacre.bench.evil;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Pieces of the binary formats of core modules and components. */
final class Binary {
    private static final int LEB_BITS = 7;
    private static final int LEB_MASK = 0x7f;
    private static final int LEB_MORE = 0x80;
    private static final int LEB_MOST_POSITIVE = 0x3f;

    private Binary() {}

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static byte[] repeat(int count, byte[] part) {
        byte[] whole = new byte[count * part.length];
        for (int index = 0; index < count; index++) {
            System.arraycopy(part, 0, whole, index * part.length, part.length);
        }
        return whole;
    }

    /** Returns an unsigned number in LEB128. */
    static byte[] number(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest > LEB_MASK) {
            bytes.write((int) (rest & LEB_MASK) | LEB_MORE);
            rest >>>= LEB_BITS;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    /** Returns a number that is not negative in signed LEB128. */
    static byte[] signed(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest > LEB_MOST_POSITIVE) {
            bytes.write((rest & LEB_MASK) | LEB_MORE);
            rest >>>= LEB_BITS;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    /** Returns {@code i32.const} with a number that is not negative. */
    static byte[] constant(int value) {
        return join(bytes(0x41), signed(value));
    }

    static byte[] name(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return join(number(utf8.length), utf8);
    }

    static byte[] sized(byte[]... content) {
        byte[] whole = join(content);
        return join(number(whole.length), whole);
    }

    static byte[] section(int id, byte[]... content) {
        return join(bytes(id), sized(content));
    }

    /** Returns a section that is a vector. */
    static byte[] vector(int id, long count, byte[]... content) {
        return section(id, number(count), join(content));
    }

    static byte[] module(byte[]... sections) {
        return join(bytes(0, 'a', 's', 'm', 1, 0, 0, 0), join(sections));
    }

    static byte[] component(byte[]... sections) {
        return join(bytes(0, 'a', 's', 'm', 0x0d, 0, 1, 0), join(sections));
    }
}
