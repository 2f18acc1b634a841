package dev.nacre.engine.core;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts core modules together by hand. */
final class Wasm {
    static final byte[] PREAMBLE = bytes(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

    /** The function type without parameters and results. */
    static final byte[] NOTHING_TYPE = bytes(0x60, 0, 0);

    private Wasm() {}

    static byte[] module(byte[]... sections) {
        return join(PREAMBLE, join(sections));
    }

    /** A module with one function of no parameters and results, which has this code. */
    static byte[] moduleWithCode(int... code) {
        return module(section(1, vector(NOTHING_TYPE)), section(3, vector(leb(0))), section(10, vector(body(code))));
    }

    static byte[] section(int id, byte[]... parts) {
        byte[] content = join(parts);
        return join(bytes(id), leb(content.length), content);
    }

    static byte[] vector(byte[]... items) {
        return join(leb(items.length), join(items));
    }

    /** A vector of equal items. */
    static byte[] times(int count, byte[] item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(leb(count));
        for (int i = 0; i < count; i++) {
            out.writeBytes(item);
        }
        return out.toByteArray();
    }

    /** A body without locals; its {@code end} is added. */
    static byte[] body(int... code) {
        return sized(bytes(0), bytes(code), bytes(0x0b));
    }

    static byte[] sized(byte[]... parts) {
        byte[] content = join(parts);
        return join(leb(content.length), content);
    }

    static byte[] name(String text) {
        return sized(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] leb(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
