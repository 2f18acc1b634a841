package dev.nacre.engine.binary;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.section;

import java.util.Arrays;

/** Core modules for components made by hand. */
public final class CoreModuleBytes {
    private static final byte[] PREAMBLE = bytes(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

    private CoreModuleBytes() {}

    /**
     * A module that exports a memory {@code mem}, a function {@code realloc} of the type that canonical options want, and
     * a function {@code f} of {@code i32} parameters and results.
     */
    public static byte[] exporting(int parameters, int results) {
        return join(
                PREAMBLE,
                section(1, bytes(2), functionType(4, 1), functionType(parameters, results)),
                section(3, bytes(2, 0, 1)),
                section(5, bytes(1, 0, 1)),
                section(
                        7,
                        bytes(3),
                        join(name("mem"), bytes(2, 0)),
                        join(name("realloc"), bytes(0, 0)),
                        join(name("f"), bytes(0, 1))),
                section(10, bytes(2, 3, 0, 0, 0x0b, 3, 0, 0, 0x0b)));
    }

    private static byte[] functionType(int parameters, int results) {
        return join(bytes(0x60), i32s(parameters), i32s(results));
    }

    private static byte[] i32s(int count) {
        byte[] result = new byte[count + 1];
        Arrays.fill(result, (byte) ComponentBytes.I32);
        result[0] = (byte) count;
        return result;
    }
}
