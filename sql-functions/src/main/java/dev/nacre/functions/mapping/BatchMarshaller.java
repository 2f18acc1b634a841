package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.functions.BatchResult;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts columns of arguments and the column of results: each SQL parameter is a {@code list} of the guest's, and so is the
 * result. Immutable.
 */
public final class BatchMarshaller {
    private final Arguments row;
    private final boolean[] bytes;
    private final @Nullable ColumnAnswer answer;

    private BatchMarshaller(Arguments row, boolean[] bytes, @Nullable ColumnAnswer answer) {
        this.row = row;
        this.bytes = bytes;
        this.answer = answer;
    }

    /** Returns whether a function takes lists alone, at least one, and gives one. */
    public static boolean isListShaped(FunctionType type) {
        return !type.parameters().isEmpty()
                && type.parameters().stream().allMatch(parameter -> parameter.type() instanceof ListType)
                && type.result().flatMap(ColumnAnswer::list).isPresent();
    }

    /**
     * Finds how to convert the columns of a list-shaped function.
     *
     * @param subject begins the messages, for example {@code function 'PUBLIC.MASK'}
     * @param nullOnError whether the guest's own error is NULL: for its row, or for all where it is about the whole batch
     * @throws FunctionException with 42P13 where the function is not list-shaped or numbers or types do not fit, with 0A000 for
     *     a WIT type without SQL form
     */
    public static BatchMarshaller of(
            String subject, FunctionType type, FunctionSignature signature, NullHandling nulls, boolean nullOnError) {
        if (!isListShaped(type)) {
            throw Fit.misfit(subject + ": expected a function of lists that gives a list, found WIT '" + type + "'");
        }
        ListType results = type.result().flatMap(ColumnAnswer::list).orElseThrow();
        return new BatchMarshaller(
                elements(subject, signature.parameters(), type.parameters(), type, nulls),
                bytes(type.parameters()),
                ColumnAnswer.of(subject, signature.returns(), results, nullOnError));
    }

    /**
     * Finds how to convert the columns of a function that gives nothing for a row.
     *
     * @param parameters in SQL
     * @param lists the guest's parameters for them
     * @param type the guest's function, for a message
     * @throws FunctionException as above
     */
    public static BatchMarshaller ofColumns(
            String subject,
            List<FunctionSignature.Parameter> parameters,
            List<FunctionType.Parameter> lists,
            FunctionType type,
            NullHandling nulls) {
        if (!lists.stream().allMatch(parameter -> parameter.type() instanceof ListType)) {
            throw Fit.misfit(subject + ": expected a list for each parameter, found WIT '" + type + "'");
        }
        return new BatchMarshaller(elements(subject, parameters, lists, type, nulls), bytes(lists), null);
    }

    private static Arguments elements(
            String subject,
            List<FunctionSignature.Parameter> parameters,
            List<FunctionType.Parameter> lists,
            FunctionType type,
            NullHandling nulls) {
        List<FunctionType.Parameter> elements = lists.stream()
                .map(list -> new FunctionType.Parameter(list.name(), ((ListType) list.type()).element()))
                .toList();
        return Arguments.of(subject, parameters, elements, type, nulls);
    }

    private static boolean[] bytes(List<FunctionType.Parameter> lists) {
        boolean[] bytes = new boolean[lists.size()];
        for (int column = 0; column < bytes.length; column++) {
            bytes[column] = ((ListType) lists.get(column).type()).element() == PrimitiveType.U8;
        }
        return bytes;
    }

    /**
     * Returns whether these arguments give NULL without a call.
     *
     * @throws FunctionException with 39004 for a NULL that the function may not get though it is CALLED ON NULL INPUT
     */
    public boolean isNullWithoutCall(@Nullable Object[] arguments) {
        return row.isDecidedByNull(arguments);
    }

    /** Converts the arguments of one row, of which none is NULL where it may not be. */
    public @Nullable Object[] toGuest(@Nullable Object[] arguments) {
        return row.toGuest(arguments);
    }

    /** Makes the arguments of a call of converted rows. */
    public @Nullable Object[] columns(List<@Nullable Object[]> rows) {
        @Nullable Object[] columns = new Object[bytes.length];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = bytes[column] ? byteColumn(rows, column) : column(rows, column);
        }
        return columns;
    }

    private static List<@Nullable Object> column(List<@Nullable Object[]> rows, int column) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            values.add(row[column]);
        }
        return values;
    }

    /** A list of bytes has a form of its own in Java. */
    private static byte[] byteColumn(List<@Nullable Object[]> rows, int column) {
        byte[] values = new byte[rows.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = ((Number) Objects.requireNonNull(rows.get(index)[column])).byteValue();
        }
        return values;
    }

    /**
     * Converts the results of a call, of a function that gives any.
     *
     * @param count how many rows it had
     * @throws FunctionException with 38N02 for another number of results, with 38000 for the guest's error about the call
     */
    public BatchResult results(@Nullable Object value, int count) {
        return Objects.requireNonNull(answer, "a function without results").toSql(value, count);
    }
}
