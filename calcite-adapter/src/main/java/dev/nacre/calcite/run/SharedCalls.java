package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.ConstantOperator;
import dev.nacre.calcite.algebra.WasmOperator;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Tells which calls of functions have the same result, because the functions are deterministic and the arguments the same. */
final class SharedCalls {
    private SharedCalls() {}

    /** Returns what equal expressions have equal; null for one that may differ from another that looks the same. */
    static @Nullable Object key(RexNode node) {
        if (node instanceof RexInputRef || node instanceof RexLiteral) {
            return node;
        }
        RexCall call = (RexCall) node;
        if (call.getOperator() instanceof ConstantOperator constant) {
            return constant.slot();
        }
        if (!(call.getOperator() instanceof WasmOperator wasm) || !wasm.isDeterministic()) {
            return null;
        }
        List<Object> key = new ArrayList<>();
        key.add(wasm.function());
        for (RexNode operand : call.getOperands()) {
            Object part = key(operand);
            if (part == null) {
                return null;
            }
            key.add(part);
        }
        return key;
    }

    /** Returns whether an expression that has a key refers to no column. */
    static boolean isConstant(RexNode node) {
        return !(node instanceof RexInputRef)
                && (!(node instanceof RexCall call)
                        || call.getOperands().stream().allMatch(SharedCalls::isConstant));
    }
}
