package dev.nacre.engine.runtime;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a typed handle. Its one method is, for {@code long apply(int)} and function 7:
 *
 * <pre>
 *     int outer = GuestMeter.enterCall(memory);
 *     try {
 *         long result = ModuleFuncGroup_0.func_7(argument, memory, instance);
 *         GuestMeter.exitCall(memory, outer);
 *         return result;
 *     } catch (Throwable failure) {
 *         throw GuestCalls.failed(failure, instance, outer);
 *     }
 * </pre>
 *
 * The method of an {@link Invoker} takes the arguments out of an array and makes a long of the result.
 */
final class AdapterWriter {
    private static final String NAME = GuestNames.PACKAGE + "Adapter";
    private static final String METER = Type.getInternalName(GuestMeter.class);
    private static final String CALLS = Type.getInternalName(GuestCalls.class);
    private static final String NUMBERS = Type.getInternalName(GuestNumbers.class);
    private static final String MEMORY = Type.getDescriptor(LinearMemory.class);
    private static final String INSTANCE = Type.getDescriptor(CoreInstance.class);

    private final Method method;
    private final String owner;
    private final int function;
    private final MethodType core;
    private final boolean boxed;
    private final int outerSlot;

    /**
     * Prepares for a method of a functional interface.
     *
     * @param method has the function's own shape, or is that of {@link Invoker}
     * @param owner the internal name of the class that has the function
     * @param core the Java shape of the function
     */
    AdapterWriter(Method method, String owner, int function, MethodType core) {
        this.method = method;
        this.owner = owner;
        this.function = function;
        this.core = core;
        this.boxed = method.getDeclaringClass() == Invoker.class;
        this.outerSlot = Type.getArgumentsAndReturnSizes(Type.getMethodDescriptor(method)) >> 2;
    }

    byte[] write() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String functionalInterface = Type.getInternalName(method.getDeclaringClass());
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                NAME,
                null,
                "java/lang/Object",
                new String[] {functionalInterface});
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "memory", MEMORY, null, null);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "instance", INSTANCE, null, null);
        writeConstructor(writer);
        writeMethod(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void writeConstructor(ClassWriter writer) {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(" + MEMORY + INSTANCE + ")V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        writeField(code, 1, "memory", MEMORY);
        writeField(code, 2, "instance", INSTANCE);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void writeField(MethodVisitor code, int slot, String field, String type) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, slot);
        code.visitFieldInsn(Opcodes.PUTFIELD, NAME, field, type);
    }

    private void writeMethod(ClassWriter writer) {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), null, null);
        Label start = new Label();
        Label end = new Label();
        code.visitCode();
        code.visitTryCatchBlock(start, end, end, "java/lang/Throwable");
        readField(code, "memory", MEMORY);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, METER, "enterCall", "(" + MEMORY + ")I", false);
        code.visitVarInsn(Opcodes.ISTORE, outerSlot);
        code.visitLabel(start);
        writeArguments(code);
        writeCall(code);
        readField(code, "memory", MEMORY);
        code.visitVarInsn(Opcodes.ILOAD, outerSlot);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, METER, "exitCall", "(" + MEMORY + "I)V", false);
        writeReturn(code);
        code.visitLabel(end);
        writeHandler(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeArguments(MethodVisitor code) {
        int slot = 1;
        for (int i = 0; i < core.parameterCount(); i++) {
            Type parameter = Type.getType(core.parameterType(i));
            if (boxed) {
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitIntInsn(Opcodes.SIPUSH, i);
                code.visitInsn(Opcodes.LALOAD);
                unbox(code, parameter);
            } else {
                code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
                slot += parameter.getSize();
            }
        }
    }

    private void writeCall(MethodVisitor code) {
        readField(code, "memory", MEMORY);
        readField(code, "instance", INSTANCE);
        MethodType descriptor = core.appendParameterTypes(LinearMemory.class, CoreInstance.class);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                owner,
                GuestNames.FUNCTION + function,
                descriptor.toMethodDescriptorString(),
                false);
    }

    private void writeReturn(MethodVisitor code) {
        Type result = Type.getType(core.returnType());
        if (boxed) {
            box(code, result);
            code.visitInsn(Opcodes.LRETURN);
        } else {
            code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        }
    }

    private static void unbox(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.FLOAT -> code.visitMethodInsn(Opcodes.INVOKESTATIC, NUMBERS, "longToFloat", "(J)F", false);
            case Type.DOUBLE -> code.visitMethodInsn(Opcodes.INVOKESTATIC, NUMBERS, "longToDouble", "(J)D", false);
            case Type.INT -> code.visitInsn(Opcodes.L2I);
            default -> {}
        }
    }

    private static void box(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.FLOAT -> code.visitMethodInsn(Opcodes.INVOKESTATIC, NUMBERS, "floatToLong", "(F)J", false);
            case Type.DOUBLE -> code.visitMethodInsn(Opcodes.INVOKESTATIC, NUMBERS, "doubleToLong", "(D)J", false);
            case Type.INT -> code.visitInsn(Opcodes.I2L);
            case Type.VOID -> code.visitInsn(Opcodes.LCONST_0);
            default -> {}
        }
    }

    private void writeHandler(MethodVisitor code) {
        Type[] parameters = Type.getArgumentTypes(method);
        Object[] locals = new Object[parameters.length + 2];
        locals[0] = NAME;
        for (int i = 0; i < parameters.length; i++) {
            locals[i + 1] = frameType(parameters[i]);
        }
        locals[parameters.length + 1] = Opcodes.INTEGER;
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        readField(code, "instance", INSTANCE);
        code.visitVarInsn(Opcodes.ILOAD, outerSlot);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                CALLS,
                "failed",
                "(Ljava/lang/Throwable;" + INSTANCE + "I)Ldev/nacre/engine/EngineException;",
                false);
        code.visitInsn(Opcodes.ATHROW);
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.ARRAY -> type.getDescriptor();
            default -> Opcodes.INTEGER;
        };
    }

    private static void readField(MethodVisitor code, String field, String type) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, NAME, field, type);
    }
}
