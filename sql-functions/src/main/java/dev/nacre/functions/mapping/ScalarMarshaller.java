package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionException;
import org.jspecify.annotations.Nullable;

/** Converts the arguments and the result of a scalar function. Made once per function version and scope; immutable. */
public final class ScalarMarshaller {
    private final Arguments arguments;
    private final Answer answer;

    ScalarMarshaller(Arguments arguments, Answer answer) {
        this.arguments = arguments;
        this.answer = answer;
    }

    /**
     * Returns whether these arguments give NULL without a call.
     *
     * @throws FunctionException with 39004 for a NULL that the function may not get though it is CALLED ON NULL INPUT
     */
    public boolean isNullWithoutCall(@Nullable Object[] values) {
        return arguments.isDecidedByNull(values);
    }

    /** Converts arguments, of which none is NULL where it may not be. */
    public @Nullable Object[] toGuest(@Nullable Object[] values) {
        return arguments.toGuest(values);
    }

    /** Converts a result. */
    public @Nullable Object toSql(@Nullable Object value) {
        return answer.toSql(value);
    }
}
