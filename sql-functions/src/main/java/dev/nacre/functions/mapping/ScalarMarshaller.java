package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts the arguments and the result of a scalar function. Made once per function version and scope; immutable.
 */
public final class ScalarMarshaller {
    private final String subject;
    private final FunctionSignature signature;
    private final ValueCodec[] parameters;
    private final ValueCodec result;
    private final boolean hasResult;
    private final NullHandling nulls;
    private final boolean nullOnError;

    ScalarMarshaller(
            String subject,
            FunctionSignature signature,
            List<ValueCodec> parameters,
            @Nullable ValueCodec result,
            NullHandling nulls,
            boolean nullOnError) {
        this.subject = subject;
        this.signature = signature;
        this.parameters = parameters.toArray(ValueCodec[]::new);
        this.hasResult = result != null;
        this.result = result == null ? ValueCodec.IDENTITY : result;
        this.nulls = nulls;
        this.nullOnError = nullOnError;
    }

    /**
     * Returns whether these arguments give NULL without a call.
     *
     * @throws FunctionException with 39004 for a NULL that the function may not get though it is CALLED ON NULL INPUT
     */
    public boolean isNullWithoutCall(@Nullable Object[] arguments) {
        for (int position = 0; position < arguments.length; position++) {
            if (arguments[position] == null && isNullFor(position)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNullFor(int position) {
        if (nulls == NullHandling.RETURNS_NULL) {
            return true;
        }
        boolean takesNull = parameters[position] instanceof OptionCodec;
        if (!takesNull && nulls == NullHandling.CALLED) {
            throw new FunctionException(
                    FunctionErrorCode.NULL_NOT_ALLOWED,
                    subject + ": parameter " + (position + 1) + " '"
                            + signature.parameters().get(position).name()
                            + "': expected a value, because its WIT type is not an option; found NULL");
        }
        return !takesNull;
    }

    /** Converts arguments, of which none is NULL where it may not be. */
    public @Nullable Object[] toGuest(@Nullable Object[] arguments) {
        @Nullable Object[] lowered = new Object[arguments.length];
        for (int position = 0; position < arguments.length; position++) {
            lowered[position] = parameter(position, arguments[position]);
        }
        return lowered;
    }

    private @Nullable Object parameter(int position, @Nullable Object argument) {
        try {
            return parameters[position].toGuest(argument);
        } catch (FunctionException unfit) {
            throw unfit.at(subject + ": parameter " + (position + 1) + " '"
                    + signature.parameters().get(position).name() + "'");
        }
    }

    /** Converts a result. */
    public @Nullable Object toSql(@Nullable Object value) {
        if (!hasResult || isForgivenError(value)) {
            return null;
        }
        try {
            return result.toSql(value);
        } catch (FunctionException unfit) {
            throw unfit.at(subject);
        }
    }

    private boolean isForgivenError(@Nullable Object value) {
        return nullOnError && value instanceof ResultValue guest && !guest.isOk();
    }
}
