package dev.nacre.functions.mapping;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.BatchResult;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts the list of results that a call gives for a batch of rows, one by one: an error belongs to its row. Immutable. */
final class ColumnAnswer {
    private final String subject;
    private final ValueCodec element;
    private final boolean nullOnError;

    private ColumnAnswer(String subject, ValueCodec element, boolean nullOnError) {
        this.subject = subject;
        this.element = element;
        this.nullOnError = nullOnError;
    }

    /** Returns the list that a result is, or that its ok case is; empty for any other. */
    static Optional<ListType> list(WitType result) {
        WitType inner = result instanceof ResultType fallible ? fallible.ok().orElse(result) : result;
        return inner instanceof ListType list ? Optional.of(list) : Optional.empty();
    }

    /**
     * Finds how to convert the elements of a list.
     *
     * @param nullOnError whether the guest's own error is NULL: for its row, or for all rows where it is about the call
     * @throws FunctionException with 42P13 where the types do not fit, with 0A000 for a WIT type without SQL form
     */
    static ColumnAnswer of(String subject, SqlType returns, ListType list, boolean nullOnError) {
        return new ColumnAnswer(subject, Fit.codec(subject + ": result", returns, list.element()), nullOnError);
    }

    /**
     * Converts the results of a call.
     *
     * @param count how many rows it had
     * @throws FunctionException with 38N02 for another number of results, with 38000 for the guest's error about the call
     */
    BatchResult toSql(@Nullable Object value, int count) {
        if (!(value instanceof ResultValue whole)) {
            return column(elements(value), count);
        }
        if (whole.isOk()) {
            return column(elements(whole.payload()), count);
        }
        if (nullOnError) {
            return new BatchResult(Collections.nCopies(count, null), null);
        }
        throw new FunctionException(FunctionErrorCode.GUEST_ERROR, subject + ": " + ErrorText.of(whole.payload()));
    }

    private BatchResult column(List<?> elements, int count) {
        if (elements.size() != count) {
            throw new FunctionException(
                    FunctionErrorCode.BROKEN_CONTRACT,
                    subject + ": expected a list of " + count + " results, one for each row of the batch, found "
                            + elements.size() + "; the function has to give as many as it takes");
        }
        List<@Nullable Object> values = new ArrayList<>(count);
        for (Object each : elements) {
            try {
                values.add(nullOnError && isError(each) ? null : element.toSql(each));
            } catch (FunctionException unfit) {
                return new BatchResult(values, unfit.at(subject));
            }
        }
        return new BatchResult(values, null);
    }

    /** A list of bytes has a form of its own in Java. */
    private static List<?> elements(@Nullable Object list) {
        if (!(list instanceof byte[] bytes)) {
            return (List<?>) requireNonNull(list);
        }
        List<Short> elements = new ArrayList<>(bytes.length);
        for (byte each : bytes) {
            elements.add((short) (each & 0xFF));
        }
        return elements;
    }

    private static boolean isError(@Nullable Object element) {
        return element instanceof ResultValue result && !result.isOk();
    }
}
