package dev.nacre.cli.inspect;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import java.util.ArrayList;
import java.util.List;

/** Whether a component compiles, as text, and which of its functions will be slow. */
public final class CompilationReport {
    private static final String INDENT = "  ";

    private CompilationReport() {}

    /** Compiles a component and returns the report's lines. */
    public static List<String> lines(ComponentEngine engine, byte[] component) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        try {
            List<String> slow = engine.compile(component).slowFunctions();
            lines.add("Compiled: " + summary(slow.size()));
            slow.forEach(function -> lines.add(INDENT + function));
        } catch (EngineException refused) {
            lines.add("Not compiled: it cannot be registered");
            lines.add(INDENT + refused.getMessage());
        }
        return lines;
    }

    private static String summary(int slow) {
        return slow == 0
                ? "no function is too long for the JIT compiler of the JVM"
                : slow + (slow == 1 ? " function is" : " functions are")
                        + " too long for the JIT compiler of the JVM (8,000 bytes) and will be slow; split or inline less";
    }
}
