package dev.nacre.engine.core;

/** The type of something that a core module imports or exports. */
public sealed interface CoreExternType {
    /** A function. */
    record Function(CoreFunctionType type) implements CoreExternType {}

    /** A table of references. */
    record Table(CoreValueType element, CoreLimits limits) implements CoreExternType {}

    /** A linear memory. */
    record Memory(CoreLimits limits, boolean shared, boolean is64) implements CoreExternType {}

    /** A global variable. */
    record Global(CoreValueType type, boolean mutable) implements CoreExternType {}

    /** An exception tag. */
    record Tag(CoreFunctionType type) implements CoreExternType {}
}
