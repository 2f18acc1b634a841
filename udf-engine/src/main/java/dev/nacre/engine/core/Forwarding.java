package dev.nacre.engine.core;

import java.util.Optional;

/**
 * Recognises functions that pass their own parameters on to a fixed slot of a table and do nothing else: the shims that
 * component tools put between an import and its later definition.
 */
final class Forwarding {
    private static final int LOCAL_GET = 0x20;
    private static final int I32_CONST = 0x41;
    private static final int CALL_INDIRECT = 0x11;
    private static final int END = 0x0b;
    /** Room for two LEBs of five bytes for a parameter at most, and the rest of such a body. */
    private static final int OTHER_BYTES = 20;

    private Forwarding() {}

    /** Looks at a body that was already found well formed. */
    static Optional<CoreModule.Forward> of(byte[] bytes, int start, int end, int function, ModuleScope scope) {
        CoreFunctionType type = scope.functions.get(function);
        int parameters = type.parameters().size();
        if (end - start > parameters * 6 + OTHER_BYTES) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(bytes, start, end, scope.cursor.place());
        if (cursor.u8() != 0 || !passesAll(cursor, parameters) || cursor.u8() != I32_CONST) {
            return Optional.empty();
        }
        int slot = (int) cursor.signed(32);
        if (cursor.u8() != CALL_INDIRECT || !scope.types.get((int) cursor.u32()).equals(type)) {
            return Optional.empty();
        }
        int table = (int) cursor.u32();
        return cursor.u8() == END && cursor.atEnd()
                ? Optional.of(new CoreModule.Forward(function, table, slot))
                : Optional.empty();
    }

    private static boolean passesAll(Cursor cursor, int parameters) {
        for (int i = 0; i < parameters; i++) {
            if (cursor.u8() != LOCAL_GET || cursor.u32() != i) {
                return false;
            }
        }
        return true;
    }
}
