package dev.nacre.h2;

import java.util.Arrays;
import org.h2.value.ExtTypeInfoRow;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueCollectionBase;
import org.h2.value.ValueRow;
import org.h2.value.ValueVarchar;

/**
 * Values as parameters for a server: H2's protocol cannot read a value of an ENUM there, and the server breaks the connection
 * over it. Its name says the same.
 */
final class WireValues {
    private WireValues() {}

    static Value of(Value value) {
        return switch (value.getValueType()) {
            case Value.ENUM -> ValueVarchar.get(value.getString());
            case Value.ARRAY -> isPortable(((ValueArray) value).getComponentType()) ? value : array(value);
            case Value.ROW -> isPortable(value.getType()) ? value : ValueRow.get(elements(value));
            default -> value;
        };
    }

    private static Value array(Value value) {
        return ValueArray.get(elements(value), null);
    }

    private static Value[] elements(Value value) {
        return Arrays.stream(((ValueCollectionBase) value).getList())
                .map(WireValues::of)
                .toArray(Value[]::new);
    }

    private static boolean isPortable(TypeInfo type) {
        return switch (type.getValueType()) {
            case Value.ENUM -> false;
            case Value.ARRAY -> isPortable((TypeInfo) type.getExtTypeInfo());
            case Value.ROW ->
                ((ExtTypeInfoRow) type.getExtTypeInfo())
                        .getFields().stream().allMatch(field -> isPortable(field.getValue()));
            default -> true;
        };
    }

    /** Returns whether H2 gets the value back: where it converts a field of a row, it takes that field's type for all behind. */
    static boolean isRestored(TypeInfo type) {
        return switch (type.getValueType()) {
            case Value.ARRAY -> isRestored((TypeInfo) type.getExtTypeInfo());
            case Value.ROW -> isPortable(type);
            default -> true;
        };
    }
}
