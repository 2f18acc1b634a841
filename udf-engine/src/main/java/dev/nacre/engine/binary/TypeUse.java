package dev.nacre.engine.binary;

import dev.nacre.engine.wit.PrimitiveType;

/** A value type where one is used. */
public sealed interface TypeUse {
    /** One of the primitive types. */
    record Primitive(PrimitiveType type) implements TypeUse {}

    /** A type of the type index space. */
    record Index(int index) implements TypeUse {}
}
