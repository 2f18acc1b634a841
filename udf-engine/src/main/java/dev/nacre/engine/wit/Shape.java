package dev.nacre.engine.wit;

import java.util.List;
import java.util.function.Function;

/**
 * A value type taken apart, for code that treats all kinds of types alike. Two types are equal exactly when their labels
 * are and their children are, pair by pair.
 *
 * @param label what the type says by itself: its kind, its names, its resource
 * @param children the types inside it, in order
 * @param rebuild makes a new type of this label with other children, as many as these
 */
public record Shape(List<Object> label, List<WitType> children, Function<List<WitType>, WitType> rebuild) {
    public Shape {
        label = List.copyOf(label);
        children = List.copyOf(children);
    }

    /** Takes a type apart. */
    public static Shape of(WitType type) {
        return type.accept(ShapeVisitor.INSTANCE);
    }

    /** Makes a new object equal to a type; primitive types have only one object each. */
    public static WitType copy(WitType type) {
        Shape shape = of(type);
        return shape.rebuild.apply(shape.children);
    }
}
