package dev.nacre.engine.link;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.runtime.CodeStore;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.ScreenedModule;
import dev.nacre.engine.validate.CoreModules;
import java.util.HashMap;
import java.util.Map;

/** Reads the core modules of one component, and says in errors which one it was. Mutable, used once. */
final class ScreenedModules implements CoreModules {
    private final byte[] component;
    private final Limits limits;
    private final CodeStore store;
    private final CompileDeadline deadline;
    private final Map<Integer, ScreenedModule> byOffset = new HashMap<>();
    private int next;

    /**
     * @param store where code is looked for that a module has already
     * @param deadline of the whole load
     */
    ScreenedModules(byte[] component, Limits limits, CodeStore store, CompileDeadline deadline) {
        this.deadline = deadline;
        this.component = component;
        this.limits = limits;
        this.store = store;
    }

    @Override
    public CoreModule read(int offset, int length) {
        int index = next++;
        try {
            ScreenedModule module = ScreenedModule.read(component, offset, length, limits, store, deadline);
            byOffset.put(offset, module);
            return module.facts();
        } catch (EngineException refusal) {
            throw refusal.within("core module " + index);
        }
    }

    @Override
    public void poll() {
        deadline.check();
    }

    /** Returns a module that was read, once: nobody needs its code afterwards, and this may live on for a while. */
    ScreenedModule take(int offset) {
        return requireNonNull(byOffset.remove(offset), "validation has read every module, and a plan has each once");
    }
}
