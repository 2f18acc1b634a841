package dev.nacre.jdbc;

import java.util.Arrays;
import org.h2.value.ExtTypeInfoRow;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueCollectionBase;
import org.h2.value.ValueVarchar;

/**
 * Values as parameters for a server: H2's protocol cannot read a value of an ENUM there, and the server breaks the connection
 * over it. Its name says the same, but not in a row: where H2 converts a field of a row, it takes that field's type for all
 * behind it.
 */
final class WireValues {
    private WireValues() {}

    /** Returns whether values of a type can be sent at all. */
    static boolean isWireable(TypeInfo type) {
        return switch (type.getValueType()) {
            case Value.ARRAY -> isWireable((TypeInfo) type.getExtTypeInfo());
            case Value.ROW -> isPortable(type);
            default -> true;
        };
    }

    /** Returns whether values of a type are sent as they are. */
    static boolean isPortable(TypeInfo type) {
        return switch (type.getValueType()) {
            case Value.ENUM -> false;
            case Value.ARRAY -> isPortable((TypeInfo) type.getExtTypeInfo());
            case Value.ROW ->
                ((ExtTypeInfoRow) type.getExtTypeInfo())
                        .getFields().stream().allMatch(field -> isPortable(field.getValue()));
            default -> true;
        };
    }

    static Value of(Value value) {
        return switch (value.getValueType()) {
            case Value.ENUM -> ValueVarchar.get(value.getString());
            case Value.ARRAY -> ValueArray.get(of(((ValueCollectionBase) value).getList()), null);
            default -> value;
        };
    }

    static Value[] of(Value[] values) {
        return Arrays.stream(values).map(WireValues::of).toArray(Value[]::new);
    }
}
