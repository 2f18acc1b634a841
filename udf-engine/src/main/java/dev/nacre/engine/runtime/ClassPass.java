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
 * become calls to our support classes, its interruption checks become charges to the meter, and nothing is left by which
 * functions are called by index that nobody refers to. What a class may not refer to
 * ends the pass.
 */
final class ClassPass extends ClassVisitor {
    private final Map<String, Facts> facts;
    private final int importedFunctions;
    private final Referable referable;

    private ClassPass(ClassVisitor next, Map<String, Facts> facts, int importedFunctions, Referable referable) {
        super(Opcodes.ASM9, next);
        this.facts = facts;
        this.importedFunctions = importedFunctions;
        this.referable = referable;
    }

    /**
     * Rewrites a class.
     *
     * @param importedFunctions how many functions the module imports; their methods only pass a call on
     * @param referable which functions can be called by index
     * @throws org.objectweb.asm.MethodTooLargeException when what the pass adds is too much for a method
     */
    static byte[] rewrite(byte[] compiled, int importedFunctions, Referable referable) {
        ClassReader reader = new ClassReader(compiled);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        ClassPass pass = new ClassPass(writer, MethodSurvey.of(reader), importedFunctions, referable);
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
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (referable.drops(name)) {
            return null;
        }
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        Facts found = facts.getOrDefault(name, new Facts(0, false, false));
        boolean guestFunction = name.startsWith(GuestNames.FUNCTION)
                && Integer.parseInt(name.substring(GuestNames.FUNCTION.length())) >= importedFunctions;
        return guestFunction
                ? new FunctionPass(next, descriptor, found, referable)
                : new DispatchPass(new HelperPass(next, descriptor, referable), referable);
    }
}
