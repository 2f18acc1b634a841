package dev.nacre.bench.safety;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Takes the bounds out of the classes that hold them: their methods do nothing any more, and give back the first number that
 * they are given, or zero. Then the JIT compiler inlines nothing where they are called, and what fed them is dead code.
 *
 * <p>Those are all bounds on running code: time, fuel, cancellation, depth of calls, stack, and what a call lifts. What bounds
 * memory, instances or components has no work to do while rows are processed.
 */
final class Defences {
    private static final String ENGINE = "dev.nacre.engine.";

    private static final Map<String, Set<String>> EMPTIED = Map.of(
            ENGINE + "runtime.GuestMeter",
                    Set.of(
                            "enterCall",
                            "exitCall",
                            "turn",
                            "chargeTurns",
                            "exitLoops",
                            "charge",
                            "enterFunction",
                            "exitFunction",
                            "unwind"),
            ENGINE + "sandbox.Meter",
                    Set.of(
                            "poll",
                            "check",
                            "charge",
                            "enterCall",
                            "exitCall",
                            "enterFunction",
                            "exitFunction",
                            "unwind"),
            ENGINE + "runtime.StackProbe", Set.of("check", "checkEntry"),
            ENGINE + "abi.Store", Set.of("roomBeside"),
            // the JIT compiler could not tell that nobody needs the count
            ENGINE + "runtime.FunctionPass", Set.of("loopUnits"),
            // it waits for meters to stop it
            ENGINE + "runtime.WarmUp", Set.of("useMeter"));

    private Defences() {}

    /** Returns the class as it is without its bounds; most have none. */
    static byte[] without(String className, byte[] written) {
        Set<String> emptied = EMPTIED.get(className);
        return emptied == null ? written : emptied(className, emptied, written);
    }

    private static byte[] emptied(String className, Set<String> methods, byte[] written) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Emptying pass = new Emptying(writer, methods);
        new ClassReader(written).accept(pass, 0);
        if (pass.found != methods.size()) {
            throw new IllegalStateException(
                    className + ": expected the methods " + methods + ", found " + pass.found + " of them");
        }
        return writer.toByteArray();
    }

    private static final class Emptying extends ClassVisitor {
        private final Set<String> methods;
        private int found;

        Emptying(ClassVisitor next, Set<String> methods) {
            super(Opcodes.ASM9, next);
            this.methods = methods;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!methods.contains(name)) {
                return method;
            }
            found++;
            writeBody(method, (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0, Type.getMethodType(descriptor));
            return null;
        }

        private static void writeBody(MethodVisitor method, int firstSlot, Type type) {
            method.visitCode();
            Type result = type.getReturnType();
            if (!result.equals(Type.VOID_TYPE)) {
                writeFirstNumber(method, firstSlot, type.getArgumentTypes(), result);
            }
            method.visitInsn(result.getOpcode(Opcodes.IRETURN));
            method.visitMaxs(0, 0);
            method.visitEnd();
        }

        private static void writeFirstNumber(MethodVisitor method, int firstSlot, Type[] parameters, Type result) {
            int slot = firstSlot;
            for (Type parameter : parameters) {
                if (parameter.equals(result)) {
                    method.visitVarInsn(result.getOpcode(Opcodes.ILOAD), slot);
                    return;
                }
                slot += parameter.getSize();
            }
            method.visitInsn(result.equals(Type.LONG_TYPE) ? Opcodes.LCONST_0 : Opcodes.ICONST_0);
        }
    }
}
