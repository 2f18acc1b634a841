package dev.nacre.engine.runtime;

import java.io.ByteArrayOutputStream;

/** Writes numbers in LEB128. */
final class Leb {
    private Leb() {}

    static void unsigned(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static void signed(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest < -64 || rest > 63) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>= 7;
        }
        out.write((int) (rest & 0x7F));
    }
}
