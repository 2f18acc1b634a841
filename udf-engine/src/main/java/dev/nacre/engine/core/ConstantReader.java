package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads constant expressions. See the
 * <a href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">core specification,
 * "Constant Expressions"</a>.
 */
final class ConstantReader {
    private final ModuleScope scope;
    private final Cursor cursor;
    private final TypeReader types;
    private final List<CoreValueType> stack = new ArrayList<>();
    private int instructions;
    private OptionalInt integer = OptionalInt.empty();
    private OptionalInt function = OptionalInt.empty();

    ConstantReader(ModuleScope scope, TypeReader types) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
    }

    /**
     * Reads an expression, and remembers what it was when it was a single {@code i32.const} or {@code ref.func}.
     *
     * @param expected the type of its value
     */
    void read(CoreValueType expected) {
        stack.clear();
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
        if (!stack.equals(List.of(expected))) {
            throw mismatch(position, "[" + expected + "]", stack);
        }
    }

    private EngineException mismatch(int position, String expected, List<CoreValueType> found) {
        return cursor.place()
                .invalid(position, "type mismatch in a constant expression: expected " + expected + ", found " + found);
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
            case 0x41 -> constantI32();
            case 0x42 -> constantI64();
            case 0x43 -> number(4, CoreValueType.F32);
            case 0x44 -> number(8, CoreValueType.F64);
            case 0x23 -> global(position);
            case 0xd0 -> nullReference();
            case 0xd2 -> functionReference();
            case 0x6a, 0x6b, 0x6c -> arithmetic(CoreValueType.I32, position);
            case 0x7c, 0x7d, 0x7e -> arithmetic(CoreValueType.I64, position);
            default -> refuse(opcode, position);
        }
    }

    private void constantI32() {
        integer = OptionalInt.of((int) cursor.signed(32));
        stack.add(CoreValueType.I32);
    }

    private void constantI64() {
        cursor.signed(64);
        stack.add(CoreValueType.I64);
    }

    private void number(int bytes, CoreValueType type) {
        cursor.skip(bytes, "constant");
        stack.add(type);
    }

    /** Takes two values of a type and gives one. */
    private void arithmetic(CoreValueType type, int position) {
        scope.features.use(CoreFeature.EXTENDED_CONST);
        int operands = Math.max(0, stack.size() - 2);
        List<CoreValueType> found = stack.subList(operands, stack.size());
        if (!found.equals(List.of(type, type))) {
            throw mismatch(position, List.of(type, type).toString(), found);
        }
        found.remove(0);
    }

    private void global(int position) {
        int index = scope.index(scope.globals.size(), "global");
        if (scope.globals.get(index).mutable()) {
            throw cursor.place().invalid(position, "constant expression reads mutable global " + index);
        }
        stack.add(scope.globals.get(index).type());
        if (index >= scope.importedGlobals) {
            scope.features.use(CoreFeature.GC);
        }
    }

    private void nullReference() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        stack.add(types.heap());
    }

    private void functionReference() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        int index = scope.index(scope.functions.size(), "function");
        scope.declared.set(index);
        function = OptionalInt.of(index);
        stack.add(CoreValueType.FUNCREF);
    }

    private void refuse(int opcode, int position) {
        if (opcode == 0xfb) {
            scope.features.use(CoreFeature.GC);
        }
        if (opcode == 0xfd) {
            scope.features.use(CoreFeature.SIMD);
        }
        if (Opcodes.oneByte().immediate(opcode) == Immediate.UNKNOWN) {
            throw cursor.place().malformed(position, "unknown instruction 0x" + TypeReader.hex(opcode));
        }
        throw cursor.place()
                .invalid(
                        position,
                        "instruction 0x" + TypeReader.hex(opcode) + " is not allowed in a constant expression");
    }
}
