package dev.nacre.engine.wit;

import dev.nacre.engine.core.CoreModuleType;

/** The type of something that can be imported or exported. */
public sealed interface ExternType {
    /** A function. */
    record Function(FunctionType type) implements ExternType {}

    /** A component instance, for example a whole interface. */
    record Instance(InstanceType type) implements ExternType {}

    /** A component. */
    record Component(ComponentType type) implements ExternType {}

    /** A core module. */
    record Module(CoreModuleType type) implements ExternType {}

    /** A name for a value type: the very type object that functions beside it use. */
    record Value(WitType type) implements ExternType {}

    /** A name for a function type, instance type or component type. */
    record Alias(ExternType type) implements ExternType {}

    /** A resource type: new where it is first named, the same object where it is named again. */
    record Resource(ResourceType type) implements ExternType {}
}
