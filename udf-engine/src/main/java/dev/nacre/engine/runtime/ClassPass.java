package dev.nacre.engine.runtime;

import dev.nacre.engine.runtime.MethodSurvey.Facts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;

/**
 * The one pass over every compiled class: Chicory's memory, instance, table and exception become ours, calls to its helpers
 * become calls to our support classes, its interruption checks become charges to the meter. What a class may not refer to
 * ends the pass.
 */
final class ClassPass extends ClassVisitor {
    private final Map<String, Facts> facts;
    private final int importedFunctions;

    private ClassPass(ClassVisitor next, Map<String, Facts> facts, int importedFunctions) {
        super(Opcodes.ASM9, next);
        this.facts = facts;
        this.importedFunctions = importedFunctions;
    }

    /**
     * Rewrites a class.
     *
     * @param importedFunctions how many functions the module imports; their methods only pass a call on
     * @throws org.objectweb.asm.MethodTooLargeException when what the pass adds is too much for a method
     */
    static byte[] rewrite(byte[] compiled, int importedFunctions) {
        ClassReader reader = new ClassReader(compiled);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        ClassPass pass = new ClassPass(writer, MethodSurvey.of(reader), importedFunctions);
        reader.accept(new ClassRemapper(pass, Redirects.INSTANCE), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            String superName,
            String @Nullable [] interfaces) {
        super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        Facts found = facts.getOrDefault(name, new Facts(0, false, false));
        boolean guestFunction = name.startsWith(GuestNames.FUNCTION)
                && Integer.parseInt(name.substring(GuestNames.FUNCTION.length())) >= importedFunctions;
        return guestFunction ? new FunctionPass(next, descriptor, found) : new HelperPass(next, descriptor);
    }
}
