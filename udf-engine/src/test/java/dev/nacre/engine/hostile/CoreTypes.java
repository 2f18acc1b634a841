package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.vector;

/** Types of core modules and components that are passed as arguments: Binary.md, {@code moduletype}, {@code componenttype}. */
final class CoreTypes {
    private CoreTypes() {}

    /** The type of a module that exports one function from nothing to {@code i32}. */
    static byte[] moduleExporting(String function) {
        return join(
                bytes(0x50),
                vector(join(bytes(1), bytes(0x60, 0, 1, 0x7f)), join(bytes(3), name(function), bytes(0, 0))));
    }

    /** The type of a module that imports such a function and exports one. */
    static byte[] moduleImporting(String module, String imported, String function) {
        return join(
                bytes(0x50),
                vector(
                        join(bytes(1), bytes(0x60, 0, 1, 0x7f)),
                        join(bytes(0), name(module), name(imported), bytes(0, 0)),
                        join(bytes(3), name(function), bytes(0, 0))));
    }
}
