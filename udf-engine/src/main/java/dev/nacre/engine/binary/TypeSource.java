package dev.nacre.engine.binary;

import dev.nacre.engine.core.CoreValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A type definition as written. */
public sealed interface TypeSource {
    /** A value type. */
    record Value(ValueSource type) implements TypeSource {}

    /** A function type. */
    record Function(List<ValueSource.Field> parameters, Optional<TypeUse> result, boolean async) implements TypeSource {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A component type. */
    record Component(List<Located> declarations) implements TypeSource {
        public Component {
            declarations = List.copyOf(declarations);
        }
    }

    /** An instance type. */
    record Instance(List<Located> declarations) implements TypeSource {
        public Instance {
            declarations = List.copyOf(declarations);
        }
    }

    /** A resource type with the type of its representation and the core function that ends it. */
    record Resource(CoreValueType representation, OptionalInt destructor) implements TypeSource {}
}
