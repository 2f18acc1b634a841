package dev.nacre.engine.wit;

import java.util.List;

/**
 * The type of a component: what it needs and what it gives, each in order of declaration.
 *
 * @param importedResources the resource types that imports introduce: instantiation puts the supplied ones in their place
 * @param exportedResources the resource types that exports introduce: new ones in every instance
 */
public record ComponentType(
        List<NamedExtern> imports,
        List<NamedExtern> exports,
        List<ResourceType> importedResources,
        List<ResourceType> exportedResources) {
    public ComponentType {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
        importedResources = List.copyOf(importedResources);
        exportedResources = List.copyOf(exportedResources);
    }

    /** Makes the type of a component that introduces no resource types. */
    public ComponentType(List<NamedExtern> imports, List<NamedExtern> exports) {
        this(imports, exports, List.of(), List.of());
    }
}
