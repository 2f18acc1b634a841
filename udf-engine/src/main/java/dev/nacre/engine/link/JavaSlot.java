package dev.nacre.engine.link;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.NumberList;
import dev.nacre.engine.wit.OwnType;
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

    /** Returns whether values go through as they are. */
    boolean isSame() {
        return equals(SAME);
    }

    /** Returns the slot of a parameter, empty when no value of its Java type is one of the WIT type. */
    static Optional<JavaSlot> parameter(WitType type, Class<?> javaType) {
        Class<?> form = JavaForms.of(type);
        Class<?> reference = reference(javaType);
        boolean possible = reference.isAssignableFrom(form) || form.isAssignableFrom(reference);
        return possible ? Optional.of(SAME) : numbers(type, javaType);
    }

    /** Returns the slot of a result, empty when its Java type has no place for some value of the WIT type. */
    static Optional<JavaSlot> result(WitType type, Class<?> javaType) {
        if (reference(javaType).isAssignableFrom(JavaForms.of(type))) {
            return Optional.of(SAME);
        }
        boolean handle = type instanceof OwnType || type instanceof BorrowType;
        return handle && !javaType.isPrimitive() ? Optional.of(SAME) : numbers(type, javaType);
    }

    /** Returns the class of the objects that a proxy may return for a method of a return type. */
    static Class<?> reference(Class<?> javaType) {
        return MethodType.methodType(javaType).wrap().returnType();
    }

    private static Optional<JavaSlot> numbers(WitType type, Class<?> javaType) {
        if (type instanceof ListType list && javaType == JavaForms.arrays(list.element())) {
            return Optional.of(new JavaSlot(
                    value -> value, value -> value instanceof NumberList numbers ? numbers.toArray(javaType) : value));
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
