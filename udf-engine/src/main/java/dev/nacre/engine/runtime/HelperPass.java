package dev.nacre.engine.runtime;

import org.objectweb.asm.MethodVisitor;

/**
 * Rewrites the methods between functions: dispatch by index, indirect calls, imports. They have no loops, and the functions
 * that they call charge the meter themselves.
 */
final class HelperPass extends RedirectPass {
    HelperPass(MethodVisitor next, String descriptor, Referable referable) {
        super(next, descriptor, referable);
    }

    @Override
    void beforeInstruction() {}

    @Override
    void check() {}
}
