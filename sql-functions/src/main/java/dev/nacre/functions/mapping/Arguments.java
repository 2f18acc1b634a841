package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the arguments of a call. Made once per function version and scope; immutable. */
public final class Arguments {
    private final String subject;
    private final List<FunctionSignature.Parameter> parameters;
    private final ValueCodec[] codecs;
    private final NullHandling nulls;

    private Arguments(
            String subject, List<FunctionSignature.Parameter> parameters, List<ValueCodec> codecs, NullHandling nulls) {
        this.subject = subject;
        this.parameters = List.copyOf(parameters);
        this.codecs = codecs.toArray(ValueCodec[]::new);
        this.nulls = nulls;
    }

    /**
     * Finds how to convert SQL parameters to those of a guest's function, one by one.
     *
     * @param subject begins the messages, for example {@code function 'PUBLIC.MASK'}
     * @param type the guest's function, for a message
     * @throws FunctionException with 42P13 where numbers or types do not fit, with 0A000 for a WIT type without SQL form
     */
    public static Arguments of(
            String subject,
            List<FunctionSignature.Parameter> parameters,
            List<FunctionType.Parameter> declared,
            Object type,
            NullHandling nulls) {
        if (declared.size() != parameters.size()) {
            throw Fit.misfit(subject + ": expected " + declared.size() + " parameters for WIT '" + type + "', found "
                    + parameters.size());
        }
        List<ValueCodec> codecs = new ArrayList<>();
        for (int position = 0; position < declared.size(); position++) {
            FunctionSignature.Parameter parameter = parameters.get(position);
            codecs.add(Fit.codec(
                    place(subject, position, parameter),
                    parameter.type(),
                    declared.get(position).type()));
        }
        return new Arguments(subject, parameters, codecs, nulls);
    }

    /** Returns how many there are. */
    public int count() {
        return codecs.length;
    }

    /**
     * Returns whether these arguments decide the call by a NULL, so that the guest is not asked.
     *
     * @throws FunctionException with 39004 for a NULL that the function may not get though it is CALLED ON NULL INPUT
     */
    public boolean isDecidedByNull(@Nullable Object[] arguments) {
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
        boolean takesNull = codecs[position] instanceof OptionCodec;
        if (!takesNull && nulls == NullHandling.CALLED) {
            throw new FunctionException(
                    FunctionErrorCode.NULL_NOT_ALLOWED,
                    place(subject, position, parameters.get(position))
                            + ": expected a value, because its WIT type is not an option; found NULL");
        }
        return !takesNull;
    }

    /** Converts arguments, of which none is NULL where it may not be. */
    public @Nullable Object[] toGuest(@Nullable Object[] arguments) {
        @Nullable Object[] lowered = new Object[arguments.length];
        for (int position = 0; position < arguments.length; position++) {
            lowered[position] = toGuest(position, arguments[position]);
        }
        return lowered;
    }

    private @Nullable Object toGuest(int position, @Nullable Object argument) {
        try {
            return codecs[position].toGuest(argument);
        } catch (FunctionException unfit) {
            throw unfit.at(place(subject, position, parameters.get(position)));
        }
    }

    private static String place(String subject, int position, FunctionSignature.Parameter parameter) {
        return subject + ": parameter " + (position + 1) + " '" + parameter.name() + "'";
    }
}
