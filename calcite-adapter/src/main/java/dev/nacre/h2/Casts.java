package dev.nacre.h2;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.BiFunction;
import org.h2.engine.CastDataProvider;
import org.h2.value.ExtTypeInfoRow;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueRow;

/**
 * H2's conversions, of arrays and rows too: H2 itself converts the fields of a row that stand behind the first one that
 * changes to the type of that one. All errors are H2's own.
 */
public final class Casts {
    private Casts() {}

    /** Converts as CAST does. */
    public static Value cast(Value value, TypeInfo type, CastDataProvider provider) {
        return convert(value, type, provider, (item, itemType) -> item.castTo(itemType, provider));
    }

    /**
     * Converts as an assignment does.
     *
     * @param target is named in H2's errors
     */
    public static Value assign(Value value, TypeInfo type, CastDataProvider provider, Object target) {
        return convert(value, type, provider, (item, itemType) -> item.convertForAssignTo(itemType, provider, target));
    }

    private static Value convert(
            Value value, TypeInfo type, CastDataProvider provider, BiFunction<Value, TypeInfo, Value> simple) {
        if (value instanceof ValueRow row && type.getExtTypeInfo() instanceof ExtTypeInfoRow fields) {
            return row(row, type, fields, provider, simple);
        }
        if (value instanceof ValueArray array
                && type.getValueType() == Value.ARRAY
                && type.getExtTypeInfo() instanceof TypeInfo element) {
            return array(array, type, element, provider, simple);
        }
        return simple.apply(value, type);
    }

    private static Value row(
            ValueRow row,
            TypeInfo type,
            ExtTypeInfoRow fields,
            CastDataProvider provider,
            BiFunction<Value, TypeInfo, Value> simple) {
        Value[] values = row.getList();
        if (values.length != fields.getFields().size()) {
            return simple.apply(row, type);
        }
        Value[] converted = new Value[values.length];
        int index = 0;
        for (Map.Entry<String, TypeInfo> field : fields.getFields()) {
            converted[index] = convert(values[index], requireNonNull(field.getValue()), provider, simple);
            index++;
        }
        return simple.apply(ValueRow.get(type, converted), type);
    }

    private static Value array(
            ValueArray array,
            TypeInfo type,
            TypeInfo element,
            CastDataProvider provider,
            BiFunction<Value, TypeInfo, Value> simple) {
        Value[] values = array.getList();
        Value[] converted = new Value[values.length];
        for (int index = 0; index < values.length; index++) {
            converted[index] = convert(values[index], element, provider, simple);
        }
        return simple.apply(ValueArray.get(element, converted, provider), type);
    }
}
