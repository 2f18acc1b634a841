package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import java.util.OptionalInt;

/**
 * Reads constant expressions. See the
 * <a href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">core specification,
 * "Constant Expressions"</a>. Their types are checked with the rest of the types, later.
 */
final class ConstantReader {
    private final ModuleScope scope;
    private final Cursor cursor;
    private final TypeReader types;
    private int instructions;
    private OptionalInt integer = OptionalInt.empty();
    private OptionalInt function = OptionalInt.empty();

    ConstantReader(ModuleScope scope, TypeReader types) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
    }

    /** Reads an expression, and remembers what it was when it was a single {@code i32.const} or {@code ref.func}. */
    void read() {
        instructions = 0;
        integer = OptionalInt.empty();
        function = OptionalInt.empty();
        int position = cursor.position();
        int opcode = cursor.u8();
        while (opcode != 0x0b) {
            instructions++;
            instruction(opcode, position);
            position = cursor.position();
            opcode = cursor.u8();
        }
    }

    /** Returns the value when the last expression was a lone {@code i32.const}. */
    OptionalInt integer() {
        return instructions == 1 ? integer : OptionalInt.empty();
    }

    /** Returns the function when the last expression was a lone {@code ref.func}. */
    OptionalInt function() {
        return instructions == 1 ? function : OptionalInt.empty();
    }

    private void instruction(int opcode, int position) {
        switch (opcode) {
            case 0x41 -> integer = OptionalInt.of((int) cursor.signed(32));
            case 0x42 -> cursor.signed(64);
            case 0x43 -> cursor.skip(4, "constant");
            case 0x44 -> cursor.skip(8, "constant");
            case 0x23 -> global(position);
            case 0xd0 -> nullReference();
            case 0xd2 -> functionReference();
            case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> scope.features.use(CoreFeature.EXTENDED_CONST);
            default -> refuse(opcode, position);
        }
    }

    private void global(int position) {
        int index = scope.index(scope.globals.size(), "global");
        if (scope.globals.get(index).mutable()) {
            throw cursor.place().invalid(position, "constant expression reads mutable global " + index);
        }
        if (index >= scope.importedGlobals) {
            scope.features.use(CoreFeature.GC);
        }
    }

    private void nullReference() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        types.heap();
    }

    private void functionReference() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        int index = scope.index(scope.functions.size(), "function");
        scope.declared.set(index);
        function = OptionalInt.of(index);
    }

    private void refuse(int opcode, int position) {
        if (opcode == 0xfb) {
            scope.features.use(CoreFeature.GC);
        }
        if (opcode == 0xfd) {
            scope.features.use(CoreFeature.SIMD);
        }
        throw cursor.place()
                .invalid(
                        position,
                        "instruction 0x" + TypeReader.hex(opcode) + " is not allowed in a constant expression");
    }
}
