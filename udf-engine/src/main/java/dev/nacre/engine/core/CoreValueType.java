package dev.nacre.engine.core;

/** A core value type. */
public enum CoreValueType {
    I32,
    I64,
    F32,
    F64,
    V128,
    FUNCREF,
    EXTERNREF,
    EXNREF;

    /** Returns whether values of this type are references. */
    public boolean isReference() {
        return this == FUNCREF || this == EXTERNREF || this == EXNREF;
    }
}
