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

    /**
     * A name for a value type.
     *
     * @param type the very object that functions beside it use when they mean this name
     * @param origin the object that it was declared equal to: that of another name, as in {@code use} and
     *     {@code type a = b}, or one without a name
     */
    record Value(WitType type, WitType origin) implements ExternType {
        /** Names a type that is not declared equal to another. */
        public Value(WitType type) {
            this(type, type);
        }
    }

    /** A name for a function type, instance type or component type. */
    record Alias(ExternType type) implements ExternType {}

    /**
     * A resource type: new where it is first named, an equal one where it is named again.
     *
     * @param type the very object that handles beside it use when they mean this name
     * @param origin the object of the other name that it was declared equal to, or one without a name
     */
    record Resource(ResourceType type, ResourceType origin) implements ExternType {
        /** Names a type that is not declared equal to another. */
        public Resource(ResourceType type) {
            this(type, type);
        }
    }
}
