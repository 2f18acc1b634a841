package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.MethodSurvey.Facts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the method of a guest function: it charges the meter at its start, by its length, and at every jump backward, by
 * the length of the loop. So no guest code of any shape runs for long between two charges, and none pays for more than it
 * does.
 *
 * <p>A function that calls others is counted into the depth of calls while it runs. A function that calls nothing cannot
 * recurse; a short one without loops is neither counted nor charged.
 */
final class FunctionPass extends RedirectPass {
    /** Bytes and instructions of about one unit of the meter. */
    private static final int BYTES_PER_UNIT = 160;

    private static final int INSTRUCTIONS_PER_UNIT = 64;

    private static final int SHORT_BYTES = 3 * BYTES_PER_UNIT;

    private final Facts facts;
    private final Map<Label, Integer> positions = new HashMap<>();
    private final Set<Label> handlers = new HashSet<>();
    private int position;
    private boolean checkPending;
    private boolean unwindPending;

    FunctionPass(MethodVisitor next, String descriptor, Facts facts) {
        super(next, descriptor);
        this.facts = facts;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        int units = 1 + facts.bytes() / BYTES_PER_UNIT;
        if (facts.calls()) {
            meter("enterFunction", "I)V", () -> push(units));
        } else if (facts.bytes() > SHORT_BYTES) {
            meter("charge", "I)V", () -> push(units));
        }
        if (remembersDepth()) {
            meter("depth", ")I", () -> {});
            mv.visitVarInsn(Opcodes.ISTORE, depthSlot());
        }
    }

    @Override
    void check() {
        checkPending = true;
    }

    @Override
    void beforeInstruction() {
        position++;
        checkPending = false;
        if (unwindPending) {
            unwindPending = false;
            meter("unwind", "I)V", () -> mv.visitVarInsn(Opcodes.ILOAD, depthSlot()));
        }
    }

    @Override
    public void visitInsn(int opcode) {
        beforeInstruction();
        if (facts.calls() && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            meter("exitFunction", ")V", () -> {});
        }
        mv.visitInsn(opcode);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        chargeLoop(opcode == Opcodes.GOTO, label);
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
        Label[] all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = other;
        chargeLoop(true, all);
        super.visitTableSwitchInsn(least, most, other, labels);
    }

    /** Charges for the longest loop that a jump may close; Chicory put a check before each of them. */
    private void chargeLoop(boolean chargeable, Label... targets) {
        int start = Arrays.stream(targets)
                .mapToInt(target -> positions.getOrDefault(target, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
        if (start == Integer.MAX_VALUE) {
            return;
        }
        if (!checkPending || !chargeable) {
            throw new EngineException(ErrorCode.INTERNAL, "compiled code has a loop without a check");
        }
        meter("charge", "I)V", () -> push(1 + (position - start) / INSTRUCTIONS_PER_UNIT));
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        positions.put(label, position);
        unwindPending |= remembersDepth() && handlers.contains(label);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        handlers.add(handler);
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitFrame(
            int type, int localCount, @Nullable Object[] locals, int stackCount, @Nullable Object[] stack) {
        if (remembersDepth()) {
            Object[] widened = withDepth(locals, localCount);
            super.visitFrame(type, widened.length, widened, stackCount, stack);
        } else {
            super.visitFrame(type, localCount, locals, stackCount, stack);
        }
    }

    /** Tells whether the function can catch an exception that a deeper function threw. */
    private boolean remembersDepth() {
        return facts.calls() && facts.catches();
    }

    /** Returns the slot behind all that the function uses. */
    private int depthSlot() {
        return facts.locals();
    }

    private Object[] withDepth(@Nullable Object[] locals, int localCount) {
        int slots = 0;
        for (int i = 0; i < localCount; i++) {
            boolean wide = Opcodes.LONG.equals(locals[i]) || Opcodes.DOUBLE.equals(locals[i]);
            slots += wide ? 2 : 1;
        }
        int unused = depthSlot() - slots;
        Object[] widened = Arrays.copyOf(locals, localCount + unused + 1);
        Arrays.fill(widened, localCount, localCount + unused, Opcodes.TOP);
        widened[localCount + unused] = Opcodes.INTEGER;
        return widened;
    }
}
