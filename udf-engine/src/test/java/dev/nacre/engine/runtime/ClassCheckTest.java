package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
                    code.visitTypeInsn(Opcodes.CHECKCAST, "[J");
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
        assertThat(passes(code -> call(
                        code,
                        "dev/nacre/engine/runtime/CoreTable",
                        "memoryPages",
                        "(Ldev/nacre/engine/runtime/LinearMemory;)I")))
                .isFalse();
        assertThat(passes(code -> code.visitTypeInsn(Opcodes.NEW, "java/io/File")))
                .isFalse();
        assertThat(passes(code -> code.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/io/File;")))
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
    void refusesNonsense() {
        assertThat(ClassCheck.passesAll(Map.of(GuestNames.mainClass(), new byte[] {1, 2, 3})))
                .isFalse();
        assertThat(ClassCheck.passesAll(Map.of(GuestNames.mainClass(), new byte[0])))
                .isFalse();
    }

    @Test
    void refusesClassesOfOtherNames() {
        byte[] own = ForgedClass.of(GuestNames.MAIN, code -> {});

        assertThat(ClassCheck.passes(GuestNames.mainClass(), own)).isTrue();
        assertThat(ClassCheck.passes(GuestNames.mainClass() + "Other", own)).isFalse();
        assertThat(ClassCheck.passes("java.lang.Evil", ForgedClass.of("java/lang/Evil", code -> {})))
                .isFalse();
        assertThat(ClassCheck.passes(
                        GuestMemory.class.getName(),
                        ForgedClass.of(Type.getInternalName(GuestMemory.class), code -> {})))
                .as("in place of what compiled code calls")
                .isFalse();
    }

    private static boolean passes(String superclass, String... interfaces) {
        return passes(Opcodes.ACC_PUBLIC, superclass, interfaces);
    }

    private static boolean passes(int access, String superclass, String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, access, GuestNames.MAIN, null, superclass, interfaces);
        return ClassCheck.passes(GuestNames.mainClass(), writer.toByteArray());
    }

    /** A class file with a class in its first constant and in its last. */
    private static byte[] naming(String first, String last) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(Opcodes.V11);
        List<String> names = List.of(first, GuestNames.MAIN, "java/lang/Object", last);
        int count = names.size();
        out.writeShort(1 + 2 * count);
        writeClass(out, 2);
        for (String name : names) {
            out.writeByte(1);
            out.writeUTF(name);
        }
        for (int i = 1; i < count; i++) {
            writeClass(out, 2 + i);
        }
        out.writeShort(Opcodes.ACC_PUBLIC);
        out.writeShort(2 + count);
        out.writeShort(3 + count);
        out.write(new byte[8]);
        return bytes.toByteArray();
    }

    private static void writeClass(DataOutputStream out, int name) throws IOException {
        out.writeByte(7);
        out.writeShort(name);
    }

    @Test
    void looksAtTheFirstConstantAndTheLast() throws IOException {
        String allowed = "java/lang/Throwable";

        assertThat(ClassCheck.passes(GuestNames.mainClass(), naming(allowed, allowed)))
                .isTrue();
        assertThat(ClassCheck.passes(GuestNames.mainClass(), naming("java/io/File", allowed)))
                .isFalse();
        assertThat(ClassCheck.passes(GuestNames.mainClass(), naming(allowed, "java/io/File")))
                .isFalse();
    }

    /** What a module declares is in other places than classes have theirs. */
    @Test
    void refusesModules() {
        assertThat(passes(Opcodes.ACC_PUBLIC, "java/lang/Object")).isTrue();
        assertThat(passes(Opcodes.ACC_PUBLIC | Opcodes.ACC_MODULE, "java/lang/Object"))
                .isFalse();
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
