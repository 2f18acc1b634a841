package dev.nacre.conformance.run;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCategory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance of a script, and what became of it. */
final class Running {
    private final CompiledComponent component;
    private final ComponentInstance instance;
    private final int line;
    private @Nullable Verdict end;
    private boolean trapped;

    /**
     * @param line of the command that made it
     */
    Running(CompiledComponent component, ComponentInstance instance, int line) {
        this.component = component;
        this.instance = instance;
        this.line = line;
    }

    CompiledComponent component() {
        return component;
    }

    ComponentInstance instance() {
        return instance;
    }

    /** Returns what is said of commands that need the instance, once it can no longer be used. */
    Optional<Verdict> end() {
        return Optional.ofNullable(end);
    }

    /** Returns whether the guest trapped: further calls are refused, as the specification wants. */
    boolean isTrapped() {
        return trapped;
    }

    /** Notes how a call failed. */
    void failed(EngineException exception) {
        if (Judge.isTrap(exception)) {
            trapped = true;
        } else if (Unshipped.isAsync(exception)) {
            end = Judge.refused(exception);
        } else if (exception.code().category() != ErrorCategory.USER) {
            end = Verdict.failed(Judge.describe(exception)).forDependent(line);
        }
    }
}
