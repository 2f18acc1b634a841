package dev.nacre.engine.binary;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.Arrays;

/** The first eight bytes, which say whether there is a component at all. */
final class Preamble {
    private static final byte[] MAGIC = {0, 'a', 's', 'm'};
    private static final byte[] COMPONENT = {0x0d, 0, 1, 0};
    private static final byte[] CORE_MODULE = {1, 0, 0, 0};

    private Preamble() {}

    /** Checks the preamble of a whole file, with a sentence for every usual mistake. */
    static void expectFile(byte[] bytes, ByteCursor cursor) {
        if (bytes.length == 0) {
            throw new EngineException(
                    ErrorCode.MALFORMED,
                    "expected a WebAssembly component, found an empty file; build the component again");
        }
        if (!startsWith(bytes, 0, MAGIC)) {
            throw new EngineException(
                    ErrorCode.MALFORMED,
                    "expected a WebAssembly component, found a file that does not start with '\\0asm'; "
                            + "give the binary .wasm file, not its source, text or archive");
        }
        if (startsWith(bytes, MAGIC.length, CORE_MODULE)) {
            throw new EngineException(
                    ErrorCode.CORE_MODULE,
                    "expected a WebAssembly component, found a core module; wrap it with "
                            + "'wasm-tools component new', or build for a component target such as wasm32-wasip2");
        }
        expectNested(cursor);
    }

    /** Checks the preamble of a component inside another. */
    static void expectNested(ByteCursor cursor) {
        expect(cursor, MAGIC, "'\\0asm'");
        expect(cursor, COMPONENT, "version 0x0d and layer 1 of a component");
    }

    private static void expect(ByteCursor cursor, byte[] expected, String meaning) {
        for (byte value : expected) {
            cursor.expectByte(value, meaning);
        }
    }

    private static boolean startsWith(byte[] bytes, int offset, byte[] expected) {
        int end = offset + expected.length;
        return bytes.length >= end && Arrays.equals(bytes, offset, end, expected, 0, expected.length);
    }
}
