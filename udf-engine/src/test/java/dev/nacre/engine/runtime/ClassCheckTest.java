package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class ClassCheckTest {
    private static final Handle HANDLE = new Handle(Opcodes.H_INVOKESTATIC, GuestNames.MAIN, "bootstrap", "()V", false);

    private static boolean passes(Consumer<MethodVisitor> code) {
        return ClassCheck.passes(GuestNames.mainClass(), ForgedClass.of(GuestNames.MAIN, code));
    }

    private static void call(MethodVisitor code, String owner, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    @Test
    void passesWhatCompiledCodeIsMadeOf() {
        assertThat(passes(code -> {
                    code.visitLdcInsn(1234567890123L);
                    call(code, GuestNames.MAIN + "FuncGroup_3", "func_200", "(J)V");
                    call(
                            code,
                            "dev/nacre/engine/runtime/GuestMeter",
                            "enterCall",
                            "(Ldev/nacre/engine/runtime/LinearMemory;)I");
                    call(code, Redirects.ARITHMETIC, "I32_CLZ", "(I)I");
                }))
                .isTrue();
    }

    @Test
    void refusesWhatItHasNoBusinessWith() {
        assertThat(passes(code -> call(code, "java/lang/Runtime", "getRuntime", "()Ljava/lang/Runtime;")))
                .isFalse();
        assertThat(passes(code -> call(code, "java/lang/System", "exit", "(I)V")))
                .isFalse();
        assertThat(passes(code -> call(code, "dev/nacre/engine/runtime/GuestMeter", "other", "()V")))
                .isFalse();
        assertThat(passes(code -> call(code, "dev/nacre/engine/runtime/CoreCompiler", "compile", "()V")))
                .isFalse();
        assertThat(passes(code -> call(code, Redirects.ARITHMETIC, "any", "(Ljava/lang/Object;)V")))
                .isFalse();
        assertThat(passes(code -> code.visitTypeInsn(Opcodes.NEW, "java/io/File")))
                .isFalse();
        assertThat(passes(code ->
                        code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;")))
                .isFalse();
        assertThat(passes(code -> code.visitFieldInsn(
                        Opcodes.GETFIELD, "dev/nacre/engine/runtime/CoreInstance", "memory", "Ljava/lang/Object;")))
                .isFalse();
        assertThat(passes(code -> code.visitLdcInsn("/bin/sh"))).isFalse();
        assertThat(passes(code -> code.visitLdcInsn(HANDLE))).isFalse();
        assertThat(passes(code -> code.visitLdcInsn(new ConstantDynamic("x", "J", HANDLE))))
                .isFalse();
        assertThat(passes(code -> code.visitInvokeDynamicInsn("x", "()V", HANDLE)))
                .isFalse();
    }

    @Test
    void refusesClassesOfOtherNames() {
        byte[] own = ForgedClass.of(GuestNames.MAIN, code -> {});

        assertThat(ClassCheck.passes(GuestNames.mainClass(), own)).isTrue();
        assertThat(ClassCheck.passes(GuestNames.mainClass() + "Other", own)).isFalse();
        assertThat(ClassCheck.passes("java.lang.Evil", ForgedClass.of("java/lang/Evil", code -> {})))
                .isFalse();
    }

    private static boolean passes(String superclass, String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, GuestNames.MAIN, null, superclass, interfaces);
        return ClassCheck.passes(GuestNames.mainClass(), writer.toByteArray());
    }

    /** Whatever a class inherits it could call by its own name. */
    @Test
    void refusesToInheritAnything() {
        assertThat(passes("java/lang/Object", Type.getInternalName(GuestCode.class)))
                .isTrue();
        assertThat(passes("java/lang/ClassLoader")).isFalse();
        assertThat(passes("java/lang/Throwable")).isFalse();
        assertThat(passes(Type.getInternalName(LinearMemory.class))).isFalse();
        assertThat(passes(Type.getInternalName(CoreInstance.class))).isFalse();
        assertThat(passes(GuestNames.MAIN + "Other")).isFalse();
        assertThat(passes("java/lang/Object", "java/lang/Runnable")).isFalse();
        assertThat(passes("java/lang/Object", GuestNames.MAIN + "Other")).isFalse();
    }
}
