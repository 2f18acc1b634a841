package dev.nacre.engine.wit;

import java.util.List;

/** The type of a component instance: its exports in order of declaration. */
public record InstanceType(List<NamedExtern> exports) {
    public InstanceType {
        exports = List.copyOf(exports);
    }
}
