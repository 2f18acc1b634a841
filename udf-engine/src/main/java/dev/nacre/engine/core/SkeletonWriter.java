package dev.nacre.engine.core;

import java.io.ByteArrayOutputStream;

/** Writes the skeleton of a module while it is read. Mutable, one for each pass. */
final class SkeletonWriter {
    /** A body of three bytes: no locals, {@code unreachable}, {@code end}. */
    private static final byte[] BODY = {3, 0, 0x00, 0x0b};

    private final byte[] bytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SkeletonWriter(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies a part of the module. */
    void copy(int from, int to) {
        out.write(bytes, from, to - from);
    }

    /** Writes a code section with bodies that trap. */
    void code(int id, int bodies) {
        out.write(id);
        number((long) bodies * BODY.length + numberLength(bodies));
        number(bodies);
        for (int i = 0; i < bodies; i++) {
            out.write(BODY, 0, BODY.length);
        }
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void number(long value) {
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static int numberLength(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }
}
