package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleType.Import;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Gives imports a name that Chicory accepts: its parser takes a function import with two empty names for malformed, though
 * wit-component writes such imports. Nobody looks at the names after that, imports are matched by their place.
 *
 * <p>Reads modules that were screened, so their bytes are known to be well formed.
 */
final class ImportNames {
    private static final int PREAMBLE = 8;
    private static final int IMPORT_SECTION = 2;
    private static final byte[] NAMES = {1, 'x', 0};

    private final byte[] bytes;
    private int position;

    private ImportNames(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** Returns the bytes of a module, with names where they are needed. */
    static byte[] acceptable(byte[] bytes, int offset, int length, CoreModule facts) {
        byte[] module = Arrays.copyOfRange(bytes, offset, offset + length);
        boolean needed = facts.type().imports().stream().anyMatch(ImportNames::isNameless);
        return needed ? new ImportNames(module, PREAMBLE).rewrite(facts) : module;
    }

    private static boolean isNameless(Import declared) {
        return declared.type() instanceof CoreExternType.Function
                && declared.module().isEmpty()
                && declared.name().isEmpty();
    }

    private byte[] rewrite(CoreModule facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + NAMES.length);
        int copied = 0;
        while (position < bytes.length) {
            int start = position;
            int id = bytes[position++];
            int size = readNumber();
            if (id == IMPORT_SECTION) {
                byte[] imports = rewriteImports(facts);
                out.write(bytes, copied, start - copied);
                out.write(id);
                writeNumber(out, imports.length);
                out.writeBytes(imports);
                copied = position;
            } else {
                position += size;
            }
        }
        out.write(bytes, copied, bytes.length - copied);
        return out.toByteArray();
    }

    private byte[] rewriteImports(CoreModule facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeNumber(out, readNumber());
        for (Import declared : facts.type().imports()) {
            int names = position;
            skipName();
            skipName();
            int type = position;
            skipType(declared.type());
            if (isNameless(declared)) {
                out.writeBytes(NAMES);
            } else {
                out.write(bytes, names, type - names);
            }
            out.write(bytes, type, position - type);
        }
        return out.toByteArray();
    }

    private void skipName() {
        int length = readNumber();
        position += length;
    }

    /** Skips the kind and what follows it: an index, a type with limits, a type with mutability, an attribute with an index. */
    private void skipType(CoreExternType type) {
        position++;
        if (type instanceof CoreExternType.Table || type instanceof CoreExternType.Global) {
            position++;
        }
        if (type instanceof CoreExternType.Tag || type instanceof CoreExternType.Global) {
            position++;
        }
        if (type instanceof CoreExternType.Table || type instanceof CoreExternType.Memory) {
            skipLimits();
        } else if (!(type instanceof CoreExternType.Global)) {
            readNumber();
        }
    }

    private void skipLimits() {
        boolean bounded = (bytes[position++] & 1) != 0;
        readNumber();
        if (bounded) {
            readNumber();
        }
    }

    private int readNumber() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[position++];
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static void writeNumber(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
