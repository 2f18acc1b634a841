package dev.nacre.engine.wit;

import java.util.List;

/**
 * The type of a component instance.
 *
 * @param exports in order of declaration
 * @param resources the resource types that stand for any resource: an instance of this type brings its own. Empty for
 *     the type of one particular instance, whose resources are known
 */
public record InstanceType(List<NamedExtern> exports, List<ResourceType> resources) {
    public InstanceType {
        exports = List.copyOf(exports);
        resources = List.copyOf(resources);
    }

    /** Makes the type of a particular instance. */
    public InstanceType(List<NamedExtern> exports) {
        this(exports, List.of());
    }
}
