package dev.nacre.engine.link;

import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.runtime.CodeStore;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.validate.ComponentValidator;
import dev.nacre.engine.validate.TypedComponent;

/** Bytes to a valid component: decoded, screened and typed. */
final class Validation {
    private Validation() {}

    static TypedComponent of(byte[] bytes, Limits limits, CompileDeadline deadline) {
        return of(bytes, limits, new ScreenedModules(bytes, limits, CodeStore.NONE, deadline));
    }

    /** @param modules reads the core modules */
    static TypedComponent of(byte[] bytes, Limits limits, ScreenedModules modules) {
        return ComponentValidator.validate(ComponentReader.read(bytes, limits, modules::poll), limits, modules);
    }
}
