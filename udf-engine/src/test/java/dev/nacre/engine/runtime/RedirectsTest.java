package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class RedirectsTest {
    private static final Referable NOTHING = new Referable(new BitSet());

    private static byte[] calling(String owner, String method, String descriptor) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, GuestNames.groupOf(0, 1), null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                "func_0",
                "(Lcom/dylibso/chicory/runtime/Memory;Lcom/dylibso/chicory/runtime/Instance;)V",
                null,
                null);
        code.visitCode();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, descriptor, false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "java/lang/System, exit, (I)V",
        "java/lang/Runtime, getRuntime, ()Ljava/lang/Runtime;",
        "com/dylibso/chicory/runtime/OpcodeImpl, TABLE_GET, (Lcom/dylibso/chicory/runtime/Instance;II)I",
        "com/dylibso/chicory/runtime/Instance, builder, ()V",
        "dev/nacre/guest/ModuleShaded, memoryAtomicFence, (Lcom/dylibso/chicory/runtime/Memory;)V",
        "dev/nacre/guest/ModuleShaded, structNew, ([JILcom/dylibso/chicory/runtime/Instance;)I",
        "dev/nacre/engine/runtime/GuestMemory, dataDrop, (ILdev/nacre/engine/runtime/CoreInstance;)V"
    })
    void refusesCallsThatItDoesNotKnow(String owner, String method, String descriptor) {
        byte[] hostile = calling(owner, method, descriptor);

        assertThatThrownBy(() -> ClassPass.rewrite(hostile, 0, NOTHING))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_FEATURE))
                .hasMessageContaining(method);
    }

    @Test
    void keepsArithmetic() {
        byte[] plain = calling("com/dylibso/chicory/runtime/OpcodeImpl", "I32_CLZ", "(I)I");

        assertThat(ClassPass.rewrite(plain, 0, NOTHING)).isNotEmpty();
    }
}
