package dev.nacre.engine.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
     * @param loops whether it jumps backward
     */
    record Facts(int bytes, boolean calls, boolean loops) {}

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
        private boolean loops;
        private final Set<Label> passed = new HashSet<>();

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
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            loops |= passed.contains(label);
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
            loops |= passed.contains(other) || Arrays.stream(labels).anyMatch(passed::contains);
            super.visitTableSwitchInsn(least, most, other, labels);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            facts.put(name, new Facts(getMaxSize(), calls, loops));
        }
    }
}
