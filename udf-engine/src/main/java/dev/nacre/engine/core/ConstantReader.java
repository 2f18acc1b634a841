package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.core.ConstantExpression.Arithmetic;
import dev.nacre.engine.core.ConstantExpression.Step;
import java.util.ArrayList;
import java.util.List;

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
    private final List<Step> steps = new ArrayList<>();

    ConstantReader(ModuleScope scope, TypeReader types) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
    }

    /**
     * Reads an expression.
     *
     * @param expected the type of its value
     */
    ConstantExpression read(CoreValueType expected) {
        stack.clear();
        steps.clear();
        int position = cursor.position();
        int opcode = cursor.u8();
        while (opcode != 0x0b) {
            instruction(opcode, position);
            position = cursor.position();
            opcode = cursor.u8();
        }
        if (!stack.equals(List.of(expected))) {
            throw mismatch(position, "[" + expected + "]", stack);
        }
        return new ConstantExpression(steps);
    }

    private EngineException mismatch(int position, String expected, List<CoreValueType> found) {
        return cursor.place()
                .invalid(position, "type mismatch in a constant expression: expected " + expected + ", found " + found);
    }

    private void instruction(int opcode, int position) {
        switch (opcode) {
            case 0x41 -> push(CoreValueType.I32, new ConstantExpression.Value(cursor.signed(32)));
            case 0x42 -> push(CoreValueType.I64, new ConstantExpression.Value(cursor.signed(64)));
            case 0x43 -> push(CoreValueType.F32, new ConstantExpression.Value(cursor.fixed32()));
            case 0x44 -> push(CoreValueType.F64, new ConstantExpression.Value(cursor.fixed64()));
            case 0x23 -> global(position);
            case 0xd0 -> nullReference();
            case 0xd2 -> functionReference();
            case 0x6a -> arithmetic(CoreValueType.I32, Arithmetic.I32_ADD, position);
            case 0x6b -> arithmetic(CoreValueType.I32, Arithmetic.I32_SUB, position);
            case 0x6c -> arithmetic(CoreValueType.I32, Arithmetic.I32_MUL, position);
            case 0x7c -> arithmetic(CoreValueType.I64, Arithmetic.I64_ADD, position);
            case 0x7d -> arithmetic(CoreValueType.I64, Arithmetic.I64_SUB, position);
            case 0x7e -> arithmetic(CoreValueType.I64, Arithmetic.I64_MUL, position);
            default -> refuse(opcode, position);
        }
    }

    private void push(CoreValueType type, Step step) {
        stack.add(type);
        steps.add(step);
    }

    /** Takes two values of a type and gives one. */
    private void arithmetic(CoreValueType type, Arithmetic operator, int position) {
        scope.features.use(CoreFeature.EXTENDED_CONST);
        int operands = Math.max(0, stack.size() - 2);
        List<CoreValueType> found = stack.subList(operands, stack.size());
        if (!found.equals(List.of(type, type))) {
            throw mismatch(position, List.of(type, type).toString(), found);
        }
        found.remove(0);
        steps.add(operator);
    }

    private void global(int position) {
        int index = scope.index(scope.globals.size(), "global");
        if (scope.globals.get(index).mutable()) {
            throw cursor.place().invalid(position, "constant expression reads mutable global " + index);
        }
        push(scope.globals.get(index).type(), new ConstantExpression.Global(index));
        if (index >= scope.importedGlobals) {
            scope.features.use(CoreFeature.GC);
        }
    }

    private void nullReference() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        push(types.heap(), new ConstantExpression.Null());
    }

    private void functionReference() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        int index = scope.index(scope.functions.size(), "function");
        scope.declared.set(index);
        push(CoreValueType.FUNCREF, new ConstantExpression.Function(index));
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
