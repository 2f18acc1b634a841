package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Cases of a choice by index; the numbers of the cases say nothing about what they call. */
class DispatchPassTest {
    private static final String METHOD = "call_indirect_0";
    private static final Label[] NONE = {};

    /** Writes a class with one method {@code int (int)}. */
    private static byte[] choosing(Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, GuestNames.MAIN, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, METHOD, "(I)I", null, null);
        method.visitCode();
        code.accept(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void call(MethodVisitor code, String method) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, GuestNames.groupOf(0, 64), method, "()I", false);
    }

    private static byte[] rewrite(byte[] compiled, int... referable) {
        BitSet functions = new BitSet();
        for (int function : referable) {
            functions.set(function);
        }
        return ClassPass.rewrite(compiled, 0, new Referable(functions));
    }

    /** Returns what is chosen and called, in order, as text. */
    private static List<String> found(byte[] rewritten) {
        List<String> found = new ArrayList<>();
        new ClassReader(rewritten)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                return recorder(found);
                            }
                        },
                        0);
        return found;
    }

    private static MethodVisitor recorder(List<String> found) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
                found.add("lookup " + Arrays.toString(keys));
            }

            @Override
            public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
                found.add("table " + least + " to " + most);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
                found.add(name);
            }
        };
    }

    private static void writeCases(MethodVisitor code, Label other, Label[] labels, String... methods) {
        for (int i = 0; i < labels.length; i++) {
            code.visitLabel(labels[i]);
            call(code, methods[i]);
            code.visitInsn(Opcodes.IRETURN);
        }
        code.visitLabel(other);
        code.visitInsn(Opcodes.ICONST_M1);
        code.visitInsn(Opcodes.IRETURN);
    }

    private static byte[] lookup(String... methods) {
        return choosing(code -> {
            Label other = new Label();
            Label[] labels = {new Label(), new Label(), new Label()};
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitLookupSwitchInsn(other, new int[] {5, 70, 900}, labels);
            writeCases(code, other, labels, methods);
        });
    }

    private static byte[] table(String... methods) {
        return choosing(code -> {
            Label other = new Label();
            Label[] labels = {new Label(), new Label(), new Label()};
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitTableSwitchInsn(10, 12, other, labels);
            writeCases(code, other, labels, methods);
        });
    }

    @Test
    void leavesOutTheCasesOfFunctionsThatNobodyRefersTo() {
        assertThat(found(rewrite(lookup("func_5", "func_70", "func_900"), 70)))
                .containsExactly("lookup [70]", "func_70");
        assertThat(found(rewrite(table("call_10", "call_11", "call_12"), 10, 12)))
                .containsExactly("lookup [10, 12]", "call_10", "call_12");
        assertThat(found(rewrite(table("call_10", "call_11", "call_12")))).containsExactly("lookup []");
    }

    @Test
    void keepsAChoiceOfFunctionsThatAreAllReferredTo() {
        assertThat(found(rewrite(lookup("func_5", "func_70", "func_900"), 5, 70, 900)))
                .containsExactly("lookup [5, 70, 900]", "func_5", "func_70", "func_900");
        assertThat(found(rewrite(table("call_10", "call_11", "call_12"), 10, 11, 12)))
                .containsExactly("table 10 to 12", "call_10", "call_11", "call_12");
    }

    @Test
    void keepsCasesThatCallNoFunction() {
        assertThat(found(rewrite(table("call_dispatch_0", "call_dispatch_4096", "call_indirect_10"))))
                .containsExactly("table 10 to 12", "call_dispatch_0", "call_dispatch_4096", "call_indirect_10");
    }

    @Test
    void keepsCasesThatDoMoreThanCall() {
        byte[] more = choosing(code -> {
            Label other = new Label();
            Label[] labels = {new Label(), new Label()};
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitLookupSwitchInsn(other, new int[] {7, 8}, labels);
            code.visitLabel(labels[0]);
            call(code, "func_7");
            code.visitInsn(Opcodes.INEG);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(labels[1]);
            call(code, "func_8");
            call(code, "func_9");
            code.visitInsn(Opcodes.IADD);
            code.visitInsn(Opcodes.IRETURN);
            writeCases(code, other, NONE);
        });

        assertThat(found(rewrite(more))).containsExactly("lookup [7, 8]", "func_7", "func_8", "func_9");
    }

    /** What is left out must not be called from anywhere else. */
    @Test
    void refusesCallsOfWhatIsLeftOut() {
        byte[] calling = choosing(code -> {
            call(code, "call_3");
            code.visitInsn(Opcodes.IRETURN);
        });

        assertThat(found(rewrite(calling, 3))).containsExactly("call_3");
        assertThatThrownBy(() -> rewrite(calling, 2))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessage("compiled code calls method 'call_3' of a function that nobody refers to");
    }
}
