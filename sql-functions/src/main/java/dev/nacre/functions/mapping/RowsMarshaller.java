package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts rows: {@code list<record>}, {@code option<record>} for one at a time, tuples by position, and values that are no
 * records as rows of one column; each also as the ok case of a {@code result}. Immutable.
 */
public final class RowsMarshaller {
    private final String subject;
    private final Answer answer;
    private final ValueCodec rows;
    private final boolean single;
    private final int width;
    private final boolean plain;

    private RowsMarshaller(String subject, Answer answer, ValueCodec rows, boolean single, int width, boolean plain) {
        this.subject = subject;
        this.answer = answer;
        this.rows = rows;
        this.single = single;
        this.width = width;
        this.plain = plain;
    }

    /** Returns the type of a row in a WIT type that stands for rows; empty when it does not. */
    public static Optional<WitType> rowType(WitType wit) {
        WitType inner = wit instanceof ResultType result ? result.ok().orElse(wit) : wit;
        if (inner instanceof ListType list) {
            return Optional.of(list.element());
        }
        return inner instanceof OptionType option ? Optional.of(option.element()) : Optional.empty();
    }

    /** Returns whether a WIT type is a list of records, as it stands or as the ok case of a {@code result}. */
    public static boolean isRecords(WitType wit) {
        WitType inner = wit instanceof ResultType result ? result.ok().orElse(wit) : wit;
        return inner instanceof ListType
                && rowType(wit).filter(RecordType.class::isInstance).isPresent();
    }

    /**
     * Infers the columns of rows.
     *
     * @throws FunctionException with 0A000 for a WIT type without SQL form
     */
    public static SqlType.Table columns(WitType wit) {
        SqlType row = Inference.sqlType(rowType(wit).orElse(wit));
        return row instanceof SqlType.Row fields
                ? new SqlType.Table(fields.fields())
                : new SqlType.Table(List.of(new SqlType.Field("VALUE", row)));
    }

    /**
     * Finds how to convert rows.
     *
     * @param subject begins the messages, for example {@code function 'PUBLIC.SPLIT'}
     * @param noneOnError whether the guest's own error stands for no rows
     * @throws FunctionException with 42P13 where the types do not fit, with 0A000 for a WIT type without SQL form
     */
    public static RowsMarshaller of(String subject, SqlType.Table table, WitType wit, boolean noneOnError) {
        WitType row = rowType(wit)
                .orElseThrow(() -> Fit.misfit(subject + ": expected rows, a list or an option, found WIT '" + wit
                        + "'; export a function that gives list<record { ... }>"));
        int width = table.columns().size();
        boolean plain = width == 1
                && (!(row instanceof RecordType || row instanceof TupleType)
                        || Codecs.find(table.columns().get(0).type(), row).isPresent());
        SqlType sql = plain ? table.columns().get(0).type() : table.row();
        boolean single = isSingle(wit);
        SqlType whole = single ? sql : new SqlType.Array(sql);
        ValueCodec rows = Codecs.find(whole, wit).orElseThrow(() -> misfit(subject, table, wit));
        return new RowsMarshaller(
                subject, Answer.of(subject, whole, Optional.of(wit), noneOnError), rows, single, width, plain);
    }

    private static FunctionException misfit(String subject, SqlType.Table table, WitType wit) {
        try {
            return Fit.misfit(subject + ": expected columns for WIT '" + wit + "', found " + table.sql()
                    + "; declare them " + columns(wit).sql() + ", or leave them out");
        } catch (FunctionException unmapped) {
            return unmapped.at(subject);
        }
    }

    private static boolean isSingle(WitType wit) {
        WitType inner = wit instanceof ResultType result ? result.ok().orElse(wit) : wit;
        return inner instanceof OptionType;
    }

    /** Returns whether the guest gives one row at a time, and none at the end. */
    public boolean isSingle() {
        return single;
    }

    /**
     * Converts rows of the guest.
     *
     * @throws FunctionException with 38000 for the guest's own error, or for a value that does not fit
     */
    public List<@Nullable Object[]> toSql(@Nullable Object value) {
        Object converted = answer.toSql(value);
        if (converted == null) {
            return List.of();
        }
        if (single) {
            return List.<@Nullable Object[]>of(row(converted));
        }
        List<?> items = (List<?>) converted;
        List<@Nullable Object[]> converts = new ArrayList<>(items.size());
        for (Object item : items) {
            converts.add(row(item));
        }
        return converts;
    }

    /** A row that is none, where the guest's may be, has nothing in any column. */
    private @Nullable Object[] row(@Nullable Object item) {
        if (plain) {
            return new @Nullable Object[] {item};
        }
        return item == null ? new @Nullable Object[width] : ((List<?>) item).toArray();
    }

    /**
     * Converts rows for the guest.
     *
     * @throws FunctionException for a value that does not fit, also for a NULL where the record has no option
     */
    public @Nullable Object toGuest(List<@Nullable Object[]> values) {
        List<@Nullable Object> items = new ArrayList<>(values.size());
        for (@Nullable Object[] value : values) {
            items.add(plain ? value[0] : Arrays.asList(value));
        }
        try {
            return rows.toGuest(items);
        } catch (FunctionException unfit) {
            throw unfit.at(subject);
        }
    }
}
