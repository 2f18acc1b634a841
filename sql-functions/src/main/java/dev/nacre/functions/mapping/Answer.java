package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts the result of a call. Made once per function version and scope; immutable. */
public final class Answer {
    private final String subject;
    private final @Nullable ValueCodec codec;
    private final boolean nullOnError;

    private Answer(String subject, @Nullable ValueCodec codec, boolean nullOnError) {
        this.subject = subject;
        this.codec = codec;
        this.nullOnError = nullOnError;
    }

    /**
     * Finds how to convert the result of a guest's function.
     *
     * @param subject begins the messages, for example {@code function 'PUBLIC.MASK'}
     * @param result empty for a function without one, which answers NULL
     * @param nullOnError whether the guest's own error is NULL
     * @throws FunctionException with 42P13 where the types do not fit, with 0A000 for a WIT type without SQL form
     */
    public static Answer of(String subject, SqlType returns, Optional<WitType> result, boolean nullOnError) {
        return new Answer(
                subject,
                result.map(wit -> Fit.codec(subject + ": result", returns, wit)).orElse(null),
                nullOnError);
    }

    /**
     * Converts a result.
     *
     * @throws FunctionException with 38000 for the guest's own error, or for a value that does not fit
     */
    public @Nullable Object toSql(@Nullable Object value) {
        ValueCodec conversion = codec;
        if (conversion == null || (nullOnError && isError(value))) {
            return null;
        }
        try {
            return conversion.toSql(value);
        } catch (FunctionException unfit) {
            throw unfit.at(subject);
        }
    }

    /**
     * Checks what a function gives that has no value to give: nothing, or the ok case of a {@code result}.
     *
     * @throws FunctionException with 38000 for the guest's own error
     */
    public static void requireOk(String subject, @Nullable Object value) {
        if (value instanceof ResultValue guest && !guest.isOk()) {
            throw new FunctionException(FunctionErrorCode.GUEST_ERROR, subject + ": " + ErrorText.of(guest.payload()));
        }
    }

    private static boolean isError(@Nullable Object value) {
        return value instanceof ResultValue guest && !guest.isOk();
    }
}
