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
 * <p>Turns of loops are counted in a local variable and charged by the dozen, because a counter in the heap would cost a
 * tight loop more than its own work. What is left of it is charged when the function returns.
 *
 * <p>A function that calls others is counted into the depth of calls while it runs. A function that calls nothing cannot
 * recurse; a short one without loops is neither counted nor charged. The depth before is kept in a local variable too: the
 * function puts it back when it returns, and when it has caught an exception, because the functions that an exception ends do
 * not count themselves out.
 */
final class FunctionPass extends RedirectPass {
    /** Bytes and instructions of about one unit of the meter. */
    private static final int BYTES_PER_UNIT = 160;

    private static final int INSTRUCTIONS_PER_UNIT = 64;

    private static final int MOST_UNITS_OF_TIGHT_LOOP = 4;

    private static final int SHORT_BYTES = 3 * BYTES_PER_UNIT;

    private final Facts facts;
    private final ExtraLocals extra;
    private final Map<Label, Integer> positions = new HashMap<>();
    private final Set<Label> handlers = new HashSet<>();
    private int position;
    private boolean checkPending;
    private boolean unwindPending;

    FunctionPass(MethodVisitor next, String descriptor, Facts facts, Referable referable) {
        super(next, descriptor, referable);
        this.facts = facts;
        this.extra = new ExtraLocals(parameterSlots(), facts.loops(), facts.calls());
    }

    @Override
    public void visitCode() {
        super.visitCode();
        int units = 1 + facts.bytes() / BYTES_PER_UNIT;
        if (extra.keepsDepth()) {
            meter("enterFunction", "I)I", () -> push(units));
            mv.visitVarInsn(Opcodes.ISTORE, extra.depthSlot());
        } else if (facts.bytes() > SHORT_BYTES) {
            meter("charge", "I)V", () -> push(units));
        }
        if (extra.countsTurns()) {
            push(GuestMeter.TURNS);
            mv.visitVarInsn(Opcodes.ISTORE, extra.turnSlot());
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
            meter("unwind", "I)V", () -> mv.visitVarInsn(Opcodes.ILOAD, extra.depthSlot()));
        }
    }

    @Override
    public void visitInsn(int opcode) {
        beforeInstruction();
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            chargeRest();
        }
        mv.visitInsn(opcode);
    }

    private void chargeRest() {
        if (extra.countsTurns()) {
            meter("exitLoops", "I)V", () -> mv.visitVarInsn(Opcodes.ILOAD, extra.turnSlot()));
        }
        if (extra.keepsDepth()) {
            meter("exitFunction", "I)V", () -> mv.visitVarInsn(Opcodes.ILOAD, extra.depthSlot()));
        }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        super.visitVarInsn(opcode, extra.moved(slot));
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        super.visitIincInsn(extra.moved(slot), increment);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        int units = loopUnits(opcode == Opcodes.GOTO, label);
        if (units > MOST_UNITS_OF_TIGHT_LOOP) {
            countTurn(units);
        } else if (units > 0) {
            countTightTurn(units, label);
        }
        super.visitJumpInsn(opcode, label);
    }

    /**
     * Writes the jump that closes a short loop twice, once for a turn that is only counted and once for one that charges: so the
     * JIT compiler makes two loops of it, and the inner one calls nothing. That takes more code, which long loops do not pay for.
     */
    private void countTightTurn(int units, Label again) {
        mv.visitIincInsn(extra.turnSlot(), -units);
        mv.visitVarInsn(Opcodes.ILOAD, extra.turnSlot());
        mv.visitJumpInsn(Opcodes.IFGE, again);
        meter("chargeTurns", "I)I", () -> mv.visitVarInsn(Opcodes.ILOAD, extra.turnSlot()));
        mv.visitVarInsn(Opcodes.ISTORE, extra.turnSlot());
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
        Label[] all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = other;
        int units = loopUnits(true, all);
        if (units > 0) {
            countTurn(units);
        }
        super.visitTableSwitchInsn(least, most, other, labels);
    }

    private void countTurn(int units) {
        meter("turn", "II)I", () -> {
            mv.visitVarInsn(Opcodes.ILOAD, extra.turnSlot());
            push(units);
        });
        mv.visitVarInsn(Opcodes.ISTORE, extra.turnSlot());
    }

    /** Returns the units of the longest loop that a jump may close, or 0; Chicory put a check before each of them. */
    private int loopUnits(boolean chargeable, Label... targets) {
        int start = Arrays.stream(targets)
                .mapToInt(target -> positions.getOrDefault(target, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
        if (start == Integer.MAX_VALUE) {
            return 0;
        }
        if (!checkPending || !chargeable) {
            throw new EngineException(ErrorCode.INTERNAL, "compiled code has a loop without a check");
        }
        return 1 + (position - start) / INSTRUCTIONS_PER_UNIT;
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        positions.put(label, position);
        unwindPending |= extra.keepsDepth() && handlers.contains(label);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        handlers.add(handler);
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitFrame(
            int type, int localCount, @Nullable Object[] locals, int stackCount, @Nullable Object[] stack) {
        @Nullable Object[] all = extra.inFrame(Arrays.copyOf(locals, localCount));
        super.visitFrame(type, all.length, all, stackCount, stack);
    }
}
