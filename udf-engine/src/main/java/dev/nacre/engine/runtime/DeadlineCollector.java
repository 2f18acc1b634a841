package dev.nacre.engine.runtime;

import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.ClassCollector;

/** Collects compiled classes, and ends the compilation at the deadline by throwing in between. */
final class DeadlineCollector extends ByteClassCollector {
    private final CompileDeadline deadline;

    DeadlineCollector(CompileDeadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void put(String className, byte[] bytes) {
        deadline.check();
        super.put(className, bytes);
    }

    @Override
    public void putMainClass(String className, byte[] bytes) {
        deadline.check();
        super.putMainClass(className, bytes);
    }

    @Override
    public void putAll(ClassCollector collector) {
        deadline.check();
        super.putAll(collector);
    }
}
