package dev.nacre.engine.runtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Looks over the methods of a compiled class: what has to be known at their start, or about their length. */
final class MethodSurvey extends ClassVisitor {
    private final Map<String, Facts> facts = new HashMap<>();

    private MethodSurvey() {
        super(Opcodes.ASM9);
    }

    /**
     * What was found about a method.
     *
     * @param bytes length of its code
     * @param calls whether it calls guest or host functions
     * @param catches whether it has exception handlers
     * @param locals how many slots it uses
     */
    record Facts(int bytes, boolean calls, boolean catches, int locals) {}

    /** Returns what was found about each method, by name; names are unique in compiled classes. */
    static Map<String, Facts> of(ClassReader reader) {
        MethodSurvey survey = new MethodSurvey();
        reader.accept(survey, ClassReader.SKIP_FRAMES);
        return survey.facts;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Method(name);
    }

    private final class Method extends CodeSizeEvaluator {
        private final String name;
        private boolean calls;
        private boolean catches;

        Method(String name) {
            super(Opcodes.ASM9, null);
            this.name = name;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean isInterface) {
            calls |= called.startsWith(GuestNames.FUNCTION) || called.startsWith(GuestNames.INDIRECT);
            super.visitMethodInsn(opcode, owner, called, descriptor, isInterface);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            catches = true;
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            facts.put(name, new Facts(getMaxSize(), calls, catches, maxLocals));
        }
    }
}
