package dev.nacre.engine.runtime;

import java.util.Locale;

/** A number that travels in a core value of the same or a larger width, and the Java type it has in a typed handle. */
public enum NumberForm {
    BOOL(int.class),
    S8(int.class),
    U8(int.class),
    S16(int.class),
    U16(int.class),
    I32(int.class),
    I64(long.class),
    F32(float.class),
    F64(double.class),
    CHAR(int.class);

    private final Class<?> javaType;

    NumberForm(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** Returns the primitive Java type. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Returns whether an argument may be passed on as it is. */
    boolean takesEveryArgument() {
        return this == I32 || this == I64 || this == F32 || this == F64;
    }

    /** Returns whether a result may be passed on as it is. */
    boolean takesEveryResult() {
        return this == I32 || this == I64;
    }

    /** Returns the method of {@link TypedCall} that brings an argument into range. */
    String argumentMethod() {
        return this == CHAR ? "charArgument" : name().toLowerCase(Locale.ROOT);
    }

    /** Returns the method of {@link TypedCall} that brings a result into range. */
    String resultMethod() {
        return this == CHAR ? "charResult" : name().toLowerCase(Locale.ROOT);
    }
}
