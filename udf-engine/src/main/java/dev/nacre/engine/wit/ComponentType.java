package dev.nacre.engine.wit;

import java.util.List;

/**
 * The type of a component: what it needs and what it gives, each in order of declaration.
 */
public record ComponentType(List<NamedExtern> imports, List<NamedExtern> exports) {
    public ComponentType {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }
}
