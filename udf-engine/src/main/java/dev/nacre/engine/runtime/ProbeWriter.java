package dev.nacre.engine.runtime;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of {@link StackProbe.Frames}, whose one method has a frame of some KiB, compiled or not:
 *
 * <pre>
 *     int take(int levels, long[] values) {
 *         if (values == null) {
 *             return levels == 0 ? 0 : take(levels - 1, null) + 1;
 *         }
 *         long a = values[0]; // and so on, each of them alive during the call
 *         return take(0, null) + (int) (a + ...);
 *     }
 * </pre>
 */
final class ProbeWriter {
    private static final String NAME = Type.getInternalName(StackProbe.class) + "$Written";
    private static final String METHOD = "take";
    private static final String DESCRIPTOR = "(I[J)I";
    private static final int LEVELS = 1;
    private static final int VALUES = 2;
    private static final int FIRST_LOCAL = 3;

    private final int locals;

    /** @param locals of eight bytes, so few that the JIT compiler still takes the method, 8,000 bytes of code */
    ProbeWriter(int locals) {
        this.locals = locals;
    }

    byte[] write() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
        String[] interfaces = {Type.getInternalName(StackProbe.Frames.class)};
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, "java/lang/Object", interfaces);
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        end(constructor);
        writeTake(writer.visitMethod(Opcodes.ACC_PUBLIC, METHOD, DESCRIPTOR, null, null));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeTake(MethodVisitor code) {
        Label large = new Label();
        Label last = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, VALUES);
        code.visitJumpInsn(Opcodes.IFNONNULL, large);
        code.visitVarInsn(Opcodes.ILOAD, LEVELS);
        code.visitJumpInsn(Opcodes.IFEQ, last);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, LEVELS);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.ISUB);
        callSelf(code);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IADD);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(last);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(large);
        writeLargePart(code);
        end(code);
    }

    private void writeLargePart(MethodVisitor code) {
        for (int i = 0; i < locals; i++) {
            code.visitVarInsn(Opcodes.ALOAD, VALUES);
            code.visitIntInsn(Opcodes.SIPUSH, i);
            code.visitInsn(Opcodes.LALOAD);
            code.visitVarInsn(Opcodes.LSTORE, FIRST_LOCAL + 2 * i);
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ICONST_0);
        callSelf(code);
        code.visitInsn(Opcodes.I2L);
        for (int i = 0; i < locals; i++) {
            code.visitVarInsn(Opcodes.LLOAD, FIRST_LOCAL + 2 * i);
            code.visitInsn(Opcodes.LADD);
        }
        code.visitInsn(Opcodes.L2I);
        code.visitInsn(Opcodes.IRETURN);
    }

    private static void callSelf(MethodVisitor code) {
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, METHOD, DESCRIPTOR, false);
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
