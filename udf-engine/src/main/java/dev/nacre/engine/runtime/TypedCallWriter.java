package dev.nacre.engine.runtime;

import java.lang.reflect.Method;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a gated handle. Its one method is, for {@code u8 -> f64}:
 *
 * <pre>
 *     int a = u8(argument);
 *     enter();
 *     try {
 *         double result = f64(core.apply(a));
 *         exit();
 *         return result;
 *     } catch (Throwable thrown) {
 *         throw failed(thrown);
 *     }
 * </pre>
 */
final class TypedCallWriter {
    static final String CLASS_NAME = "dev.nacre.engine.generated.GatedHandle";

    private static final String NAME = CLASS_NAME.replace('.', '/');
    private static final String SUPER = Type.getInternalName(TypedCall.class);
    private static final String GATE = Type.getDescriptor(CallGate.class);
    private final Method method;
    private final GatedSignature signature;
    private final String core;

    TypedCallWriter(Method method, GatedSignature signature) {
        this.method = method;
        this.signature = signature;
        this.core = Type.getInternalName(method.getDeclaringClass());
    }

    byte[] write(Class<?> functionalInterface) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String implemented = Type.getInternalName(functionalInterface);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                NAME,
                null,
                SUPER,
                new String[] {implemented});
        String field = "L" + implemented + ";";
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "core", field, null, null);
        writeConstructor(writer, field);
        writeMethod(writer, field);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeConstructor(ClassWriter writer, String field) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(" + GATE + field + ")V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "(" + GATE + ")V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitFieldInsn(Opcodes.PUTFIELD, NAME, "core", field);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeMethod(ClassWriter writer, String field) {
        String descriptor = Type.getMethodDescriptor(method);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), descriptor, null, null);
        Label start = new Label();
        Label handler = new Label();
        code.visitCode();
        code.visitTryCatchBlock(start, handler, handler, "java/lang/Throwable");
        bringArgumentsIntoRange(code);
        callSuper(code, "enter", "()V");
        code.visitLabel(start);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, NAME, "core", field);
        loadArguments(code);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, core, method.getName(), descriptor, true);
        signature.result().ifPresent(form -> bringResultIntoRange(code, form));
        callSuper(code, "exit", "()V");
        code.visitInsn(Type.getType(signature.javaResult()).getOpcode(Opcodes.IRETURN));
        code.visitLabel(handler);
        writeHandler(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void bringArgumentsIntoRange(MethodVisitor code) {
        int slot = 1;
        for (NumberForm form : signature.parameters()) {
            if (!form.takesEveryArgument()) {
                code.visitVarInsn(Opcodes.ILOAD, slot);
                convert(code, form.argumentMethod(), form);
                code.visitVarInsn(Opcodes.ISTORE, slot);
            }
            slot += Type.getType(form.javaType()).getSize();
        }
    }

    private static void bringResultIntoRange(MethodVisitor code, NumberForm form) {
        if (!form.takesEveryResult()) {
            convert(code, form.resultMethod(), form);
        }
    }

    private static void convert(MethodVisitor code, String name, NumberForm form) {
        Type type = Type.getType(form.javaType());
        code.visitMethodInsn(Opcodes.INVOKESTATIC, SUPER, name, Type.getMethodDescriptor(type, type), false);
    }

    private void loadArguments(MethodVisitor code) {
        int slot = 1;
        for (NumberForm form : signature.parameters()) {
            Type type = Type.getType(form.javaType());
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
        }
    }

    private static void callSuper(MethodVisitor code, String name, String descriptor) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, name, descriptor, false);
    }

    private void writeHandler(MethodVisitor code) {
        Object[] locals = new Object[signature.parameters().size() + 1];
        locals[0] = NAME;
        for (int i = 0; i < signature.parameters().size(); i++) {
            locals[i + 1] = frameType(signature.parameters().get(i).javaType());
        }
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        int thrown = Type.getArgumentsAndReturnSizes(Type.getMethodDescriptor(method)) >> 2;
        code.visitVarInsn(Opcodes.ASTORE, thrown);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, thrown);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                NAME,
                "failed",
                "(Ljava/lang/Throwable;)Ldev/nacre/engine/EngineException;",
                false);
        code.visitInsn(Opcodes.ATHROW);
    }

    private static Object frameType(Class<?> type) {
        if (type == long.class) {
            return Opcodes.LONG;
        }
        if (type == float.class) {
            return Opcodes.FLOAT;
        }
        return type == double.class ? Opcodes.DOUBLE : Opcodes.INTEGER;
    }
}
