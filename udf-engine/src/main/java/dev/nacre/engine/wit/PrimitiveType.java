package dev.nacre.engine.wit;

import java.util.Locale;

/** The types that are not built from others. */
public enum PrimitiveType implements WitType {
    BOOL,
    S8,
    U8,
    S16,
    U16,
    S32,
    U32,
    S64,
    U64,
    F32,
    F64,
    CHAR,
    STRING;

    /** Returns the WIT keyword. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public <R> R accept(WitTypeVisitor<R> visitor) {
        return visitor.visitPrimitive(this);
    }

    @Override
    public String toString() {
        return keyword();
    }
}
