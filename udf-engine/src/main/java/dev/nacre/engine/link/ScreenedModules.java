package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.validate.CoreModules;

/** Reads the core modules of one component, and says in errors which one it was. Mutable, used once. */
final class ScreenedModules implements CoreModules {
    private final byte[] component;
    private final Limits limits;
    private int next;

    ScreenedModules(byte[] component, Limits limits) {
        this.component = component;
        this.limits = limits;
    }

    @Override
    public CoreModule read(int offset, int length) {
        int index = next++;
        try {
            return CoreModuleReader.read(component, offset, length, limits);
        } catch (EngineException refusal) {
            throw refusal.within("core module " + index);
        }
    }
}
