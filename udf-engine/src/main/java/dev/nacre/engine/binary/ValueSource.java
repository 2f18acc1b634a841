package dev.nacre.engine.binary;

import dev.nacre.engine.wit.PrimitiveType;
import java.util.List;
import java.util.Optional;

/** A value type as written. */
public sealed interface ValueSource {
    /** One of the primitive types. */
    record Primitive(PrimitiveType type) implements ValueSource {}

    /** Named fields. */
    record Record(List<Field> fields) implements ValueSource {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    /** Named cases. */
    record Variant(List<Case> cases) implements ValueSource {
        public Variant {
            cases = List.copyOf(cases);
        }
    }

    /** A list. */
    record ListOf(TypeUse element) implements ValueSource {}

    /** A list of as many elements as it says, an unsigned number. */
    record FixedListOf(TypeUse element, int length) implements ValueSource {}

    /** Fields by position. */
    record Tuple(List<TypeUse> elements) implements ValueSource {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /** A set of names. */
    record Flags(List<String> names) implements ValueSource {
        public Flags {
            names = List.copyOf(names);
        }
    }

    /** One of several names. */
    record Enumeration(List<String> names) implements ValueSource {
        public Enumeration {
            names = List.copyOf(names);
        }
    }

    /** A value or none. */
    record OptionOf(TypeUse element) implements ValueSource {}

    /** Success or failure. */
    record Result(Optional<TypeUse> ok, Optional<TypeUse> error) implements ValueSource {}

    /** Keys and values. */
    record MapOf(TypeUse key, TypeUse value) implements ValueSource {}

    /** An owning handle. */
    record Own(int resource) implements ValueSource {}

    /** A lent handle. */
    record Borrow(int resource) implements ValueSource {}

    /** A stream. */
    record Stream(Optional<TypeUse> element) implements ValueSource {}

    /** A future. */
    record Future(Optional<TypeUse> element) implements ValueSource {}

    /** A field of a record, or a parameter of a function. */
    record Field(String name, TypeUse type) {}

    /** A case of a variant. */
    record Case(String name, Optional<TypeUse> payload) {}
}
