package dev.nacre.h2;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature.Parameter;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.CastDataProvider;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Takes what is passed to one function from H2, the same whoever makes the call. For one thread at a time. */
public final class ArgumentValues {
    private final List<Place> places;
    private final List<TypeInfo> types;
    private final boolean[] declared;
    private final H2Values.Reader[] readers;
    private final CastDataProvider provider;

    /** What takes a value, as messages call it. */
    private record Place(String text, SqlType type) {}

    private ArgumentValues(List<Place> places, List<TypeInfo> types, CastDataProvider provider) {
        this.places = List.copyOf(places);
        this.types = List.copyOf(types);
        this.provider = provider;
        this.declared = new boolean[places.size()];
        this.readers = new H2Values.Reader[places.size()];
        for (int index = 0; index < readers.length; index++) {
            SqlType type = places.get(index).type();
            declared[index] = FunctionValues.isDeclared(type);
            readers[index] = H2Values.reader(type, provider);
        }
    }

    /**
     * Prepares for the parameters of a function that take values.
     *
     * @param types H2's form of those parameters' types
     * @param provider the session's time zone and mode
     */
    public static ArgumentValues of(FunctionDefinition function, List<TypeInfo> types, CastDataProvider provider) {
        List<Place> places = new ArrayList<>();
        List<Parameter> parameters = function.signature().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            SqlType type = parameters.get(index).type();
            if (!(type instanceof SqlType.Table)) {
                places.add(new Place(text(function, index), type));
            }
        }
        return new ArgumentValues(places, types, provider);
    }

    /**
     * Prepares for the rows that a function takes.
     *
     * @param types H2's form of their columns' types
     * @param provider the session's time zone and mode
     */
    public static ArgumentValues ofRows(FunctionDefinition function, List<TypeInfo> types, CastDataProvider provider) {
        int position = function.signature().tablePosition().orElseThrow();
        SqlType.Table table =
                (SqlType.Table) function.signature().parameters().get(position).type();
        List<Place> places = table.columns().stream()
                .map(column -> new Place(text(function, position) + ": column '" + column.name() + "'", column.type()))
                .toList();
        return new ArgumentValues(places, types, provider);
    }

    private static String text(FunctionDefinition function, int index) {
        return "function '" + function.name() + "': parameter " + (index + 1) + " '"
                + function.signature().parameters().get(index).name() + "'";
    }

    /** Returns how many values there are. */
    public int count() {
        return places.size();
    }

    /** Returns whether each value of a type may stay as it is, so that none has to be cast. */
    public boolean takesAll(int index, TypeInfo type) {
        return takesAll(index, type.getValueType()) || type.equals(types.get(index));
    }

    /** Returns whether values may be anything of that kind of value, so that each stays as it is. */
    public boolean takesAll(int index, int valueType) {
        return types.get(index).getValueType() == valueType && !declared[index];
    }

    /**
     * Returns a value as the function takes it.
     *
     * @param isOfType whether it stays as it is; otherwise it is cast
     */
    public @Nullable Object read(int index, Value value, boolean isOfType) {
        try {
            return readers[index].read(isOfType ? value : Casts.cast(value, types.get(index), provider));
        } catch (FunctionException unfit) {
            throw unfit.at(places.get(index).text());
        }
    }
}
