package dev.nacre.engine.core;

import java.util.List;

/** What a core module imports and exports, each in order. */
public record CoreModuleType(List<Import> imports, List<Export> exports) {
    public CoreModuleType {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /** An import with its two names. */
    public record Import(String module, String name, CoreExternType type) {}

    /** An export. */
    public record Export(String name, CoreExternType type) {}
}
