package dev.nacre.engine.wit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who named which type: the interfaces of a component and its world. */
final class TypeNames {
    /**
     * A name with the place where it was given.
     *
     * @param owner an interface, or the empty string for the world
     */
    record Named(String owner, String name) {}

    private final Map<Object, Named> names = new IdentityHashMap<>();
    private final Map<ResourceType, Named> resources = new HashMap<>();

    static TypeNames of(ComponentType type) {
        TypeNames names = new TypeNames();
        names.collect("", type.imports());
        names.collect("", type.exports());
        return names;
    }

    private void collect(String owner, List<NamedExtern> externs) {
        for (NamedExtern extern : externs) {
            Named named = new Named(owner, extern.name());
            if (extern.type() instanceof ExternType.Instance instance) {
                collect(extern.name(), instance.type().exports());
            } else if (extern.type() instanceof ExternType.Value value && !(value.type() instanceof PrimitiveType)) {
                names.putIfAbsent(value.type(), named);
            } else if (extern.type() instanceof ExternType.Resource resource) {
                names.putIfAbsent(resource.type(), named);
                resources.putIfAbsent(resource.type(), named);
            }
        }
    }

    Optional<Named> of(WitType type) {
        return Optional.ofNullable(names.get(type));
    }

    /** Finds the name that an object stands for, else the first name of the resource. */
    Optional<Named> of(ResourceType type) {
        return Optional.ofNullable(names.getOrDefault(type, resources.get(type)));
    }
}
