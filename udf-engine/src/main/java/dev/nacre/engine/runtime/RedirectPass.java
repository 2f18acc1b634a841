package dev.nacre.engine.runtime;

import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Leads a method's calls to our support classes and refuses what it may not refer to. What becomes of the interruption
 * checks and of the instructions in between is for subclasses.
 */
abstract class RedirectPass extends MethodVisitor {
    private static final String CHECK = "checkInterruption";
    private static final String INSTANCE = Type.getDescriptor(CoreInstance.class);

    /** Helpers that need the executing instance, which Chicory does not pass to them. */
    private static final Set<String> NEED_INSTANCE = Set.of("memoryInit", "callIndirect");

    private final int parameterSlots;
    private final Referable referable;

    RedirectPass(MethodVisitor next, String descriptor, Referable referable) {
        super(Opcodes.ASM9, next);
        this.referable = referable;
        this.parameterSlots = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
    }

    /** Called before every instruction that stays, and where a check was. */
    abstract void beforeInstruction();

    /** Called where Chicory checks for interruption: before a call, or right before a jump that may go backward. */
    abstract void check();

    /** Returns the slot of the memory: the last parameter but one. */
    final int memorySlot() {
        return parameterSlots - 2;
    }

    /** Returns how many slots the parameters take. */
    final int parameterSlots() {
        return parameterSlots;
    }

    private int instanceSlot() {
        return parameterSlots - 1;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        beforeInstruction();
        if (name.equals(CHECK)) {
            check();
        } else if (Redirects.leads(owner)) {
            redirect(opcode, owner, name, descriptor);
        } else {
            Redirects.checkKept(owner, name);
            referable.checkKept(name);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    private void redirect(int opcode, String owner, String name, String descriptor) {
        String target = opcode == Opcodes.INVOKESTATIC ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
        if (NEED_INSTANCE.contains(name)) {
            super.visitVarInsn(Opcodes.ALOAD, instanceSlot());
            target = target.replace(")", INSTANCE + ")");
        }
        String support = Redirects.supporting(owner, name, target);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, support, name, target, false);
    }

    /** Writes a call of a method of {@link GuestMeter} that takes the memory first. */
    final void meter(String method, String parameters, Runnable arguments) {
        super.visitVarInsn(Opcodes.ALOAD, memorySlot());
        arguments.run();
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(GuestMeter.class),
                method,
                "(" + Type.getDescriptor(LinearMemory.class) + parameters,
                false);
    }

    /** Writes a constant. */
    final void push(int number) {
        if (number <= Byte.MAX_VALUE) {
            super.visitIntInsn(Opcodes.BIPUSH, number);
        } else {
            super.visitIntInsn(Opcodes.SIPUSH, Math.min(number, Short.MAX_VALUE));
        }
    }

    @Override
    public void visitInsn(int opcode) {
        beforeInstruction();
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        beforeInstruction();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        beforeInstruction();
        super.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        beforeInstruction();
        super.visitIincInsn(slot, increment);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        beforeInstruction();
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
        beforeInstruction();
        super.visitTableSwitchInsn(least, most, other, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
        beforeInstruction();
        super.visitLookupSwitchInsn(other, keys, labels);
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (!(value instanceof Number)) {
            throw Redirects.refused("constant " + value);
        }
        beforeInstruction();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        Redirects.checkKept(owner, name);
        beforeInstruction();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        throw Redirects.refused("type " + type);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        throw Redirects.refused("call site " + name);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        throw Redirects.refused("array " + descriptor);
    }
}
