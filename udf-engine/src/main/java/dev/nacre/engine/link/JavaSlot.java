package dev.nacre.engine.link;

import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitType;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A parameter or the result of a Java method that stands for a value of a WIT type.
 *
 * @param toForm makes the type's Java form of what the method is given
 * @param fromForm makes what the method gives of the type's Java form
 */
record JavaSlot(UnaryOperator<Object> toForm, UnaryOperator<Object> fromForm) {
    private static final JavaSlot SAME = new JavaSlot(value -> value, value -> value);

    /** Returns the slot of a Java type, empty when values of the WIT type have no business there. */
    static Optional<JavaSlot> of(WitType type, Class<?> javaType) {
        Class<?> form = JavaForms.of(type);
        Class<?> reference = MethodType.methodType(javaType).wrap().returnType();
        if (reference.isAssignableFrom(form) || form.isAssignableFrom(reference)) {
            return Optional.of(SAME);
        }
        return javaType == int.class && type instanceof PrimitiveType primitive ? bits(primitive) : Optional.empty();
    }

    /** Numbers that are no wider than an {@code int} may travel as one, with their bits. */
    private static Optional<JavaSlot> bits(PrimitiveType type) {
        return switch (type) {
            case BOOL -> slot(bits -> bits != 0, value -> (Boolean) value ? 1 : 0);
            case S8 -> slot(bits -> (byte) (int) bits, JavaSlot::number);
            case U8 -> slot(bits -> (short) (bits & 0xFF), JavaSlot::number);
            case S16 -> slot(bits -> (short) (int) bits, JavaSlot::number);
            case U32 -> slot(Integer::toUnsignedLong, JavaSlot::number);
            default -> Optional.empty();
        };
    }

    private interface FromBits {
        Object apply(Integer bits);
    }

    private static Optional<JavaSlot> slot(FromBits toForm, UnaryOperator<Object> fromForm) {
        return Optional.of(new JavaSlot(value -> toForm.apply((Integer) value), fromForm));
    }

    private static Object number(Object value) {
        return ((Number) value).intValue();
    }
}
