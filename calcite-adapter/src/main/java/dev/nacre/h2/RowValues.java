package dev.nacre.h2;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;
import java.util.List;
import org.h2.engine.CastDataProvider;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Gives H2 the rows of one table function, those of its columns that somebody wants. For one thread at a time. */
public final class RowValues {
    private final FunctionDefinition function;
    private final int[] columns;
    private final List<SqlType.Field> fields;
    private final H2Values.Writer[] writers;
    private final TypeInfo[] types;
    private final boolean[] declared;
    private final CastDataProvider provider;

    /**
     * Prepares for rows.
     *
     * @param columns which of the function's columns are wanted, from 0
     * @param types H2's form of their types
     * @param provider the session's time zone and mode
     */
    public RowValues(
            FunctionDefinition function, List<Integer> columns, List<TypeInfo> types, CastDataProvider provider) {
        this.function = function;
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
        List<SqlType.Field> all = ((SqlType.Table) function.signature().returns()).columns();
        this.fields = columns.stream().map(all::get).toList();
        this.types = types.toArray(TypeInfo[]::new);
        this.provider = provider;
        this.writers = new H2Values.Writer[fields.size()];
        this.declared = new boolean[fields.size()];
        for (int index = 0; index < writers.length; index++) {
            SqlType type = fields.get(index).type();
            writers[index] = H2Values.writer(type, provider);
            declared[index] = FunctionValues.isDeclared(type);
        }
    }

    /** Returns a row of the function as H2 holds it. */
    public Value[] write(@Nullable Object... row) {
        Value[] values = new Value[columns.length];
        for (int index = 0; index < values.length; index++) {
            Value value = written(index, row[columns[index]]);
            values[index] = declared[index]
                    ? Casts.assign(
                            value, types[index], provider, fields.get(index).name())
                    : value;
        }
        return values;
    }

    private Value written(int index, @Nullable Object value) {
        try {
            return writers[index].write(value);
        } catch (FunctionException unfit) {
            throw unfit.at("function '" + function.name() + "': column '"
                    + fields.get(index).name() + "'");
        }
    }
}
